package dev.multisite.results;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the defaults out of an effective scenario: the lines that are marked, with what lies below them. */
final class DefaultsTaken {
    private static final Pattern MARKED = Pattern.compile("^( *)(?:- *)?([^:]+):(.*?)  # default(?:: (.*))?$");
    private static final Pattern PLAIN = Pattern.compile("^( *)(?:- *)?([^:]+):(.*)$");
    private static final String OF_THE_FORMAT = "default of the scenario format";

    /**
     * A default.
     *
     * @param what its path; where several entries of a group share it, {@code group.(a, b).key}
     */
    record Taken(String what, String value, String source) {}

    private record Step(int indent, String key) {}

    private record Shared(String before, String after, String value, String source) {}

    private final Deque<Step> path = new ArrayDeque<>();
    private final Map<Shared, List<String>> names = new LinkedHashMap<>();

    private DefaultsTaken() {}

    /** Returns the defaults in the order of the text. */
    static List<Taken> of(String effective) {
        DefaultsTaken found = new DefaultsTaken();
        List<String> lines = effective.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            found.read(lines, i);
        }
        List<Taken> result = new ArrayList<>();
        found.names.forEach((shared, of) -> {
            String group = of.size() == 1 ? of.get(0) : "(" + String.join(", ", of) + ")";
            String what = group.isEmpty() ? shared.after() : shared.before() + "." + group + "." + shared.after();
            result.add(new Taken(what, shared.value(), shared.source()));
        });
        return result;
    }

    private void read(List<String> lines, int at) {
        String line = lines.get(at);
        Matcher plain = PLAIN.matcher(line);
        if (!plain.matches()) {
            return;
        }
        int indent = plain.group(1).length();
        while (!path.isEmpty() && path.getLast().indent() >= indent) {
            path.removeLast();
        }
        path.addLast(new Step(indent, plain.group(2).strip()));
        Matcher marked = MARKED.matcher(line);
        if (marked.matches() && !isInsideText(marked.group(3).strip())) {
            String value = marked.group(3).strip();
            String source = Objects.requireNonNullElse(marked.group(4), OF_THE_FORMAT);
            add(value.isEmpty() ? below(lines, at, indent) : value, source);
        }
    }

    /** A text in quotes that has not ended before the mark only looks like a default. */
    private static boolean isInsideText(String value) {
        return value.startsWith("\"") && (value.length() == 1 || !value.endsWith("\""));
    }

    private static String below(List<String> lines, int at, int indent) {
        List<String> parts = new ArrayList<>();
        for (int i = at + 1; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.length() - line.stripLeading().length() <= indent) {
                break;
            }
            parts.add(line.strip());
        }
        return String.join(", ", parts);
    }

    private void add(String value, String source) {
        Iterator<Step> steps = path.iterator();
        String first = steps.next().key();
        if (!steps.hasNext()) {
            names.computeIfAbsent(new Shared("", first, value, source), fresh -> new ArrayList<>(List.of("")));
            return;
        }
        String second = steps.next().key();
        if (!steps.hasNext()) {
            Shared whole = new Shared("", first + "." + second, value, source);
            names.computeIfAbsent(whole, fresh -> new ArrayList<>(List.of("")));
            return;
        }
        StringBuilder rest = new StringBuilder(steps.next().key());
        while (steps.hasNext()) {
            rest.append('.').append(steps.next().key());
        }
        List<String> of =
                names.computeIfAbsent(new Shared(first, rest.toString(), value, source), fresh -> new ArrayList<>());
        if (!of.contains(second)) {
            of.add(second);
        }
    }
}
