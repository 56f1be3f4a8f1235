package dev.multisite.scenario.yaml;

import java.util.ArrayList;
import java.util.List;

import dev.multisite.units.Literals;

/** Collects what is wrong, up to a number that a person can read. */
final class Problems {

    private static final int MOST = 1000;

    private final List<Problem> found = new ArrayList<>();

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<Problem> sorted() {
        return found.stream().sorted(Problem.BY_POSITION).distinct().toList();
    }

    void add(Position position, String keyPath, String message, String hint) {
        if (found.size() < MOST) {
            String safePath = Literals.harmless(keyPath, 200);
            found.add(new Problem(position.source(), position.line(), position.column(), safePath, message, hint));
        }
    }

    void add(Node node, String message, String hint) {
        add(node.position(), node.path().toString(), message, hint);
    }

    void add(Node node, String message) {
        add(node, message, "");
    }

    int count() {
        return found.size();
    }

    /** Gives the problem that was reported last a hint, unless it has one. */
    void hintAtLast(String hint) {
        Problem last = found.remove(found.size() - 1);
        String kept = last.hint().isEmpty() ? hint : last.hint();
        found.add(new Problem(last.file(), last.line(), last.column(), last.keyPath(), last.message(), kept));
    }
}
