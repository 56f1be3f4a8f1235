package dev.multisite.regulation.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects everything that is wrong, so that a user sees all of it at once. */
public final class Faults {

    private static final int MOST = 1000;

    private final List<Fault> found = new ArrayList<>();

    /** Adds a fault at the place of {@code node}. */
    public void add(YamlNode node, String message) {
        add(new Fault(node.file(), node.line(), node.column(), node.path(), message));
    }

    /** Adds a fault. */
    public void add(Fault fault) {
        if (found.size() < MOST) {
            found.add(fault);
        }
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Returns the faults by file, line and column. */
    public List<Fault> sorted() {
        return found.stream()
                .sorted(Comparator.comparing(Fault::file)
                        .thenComparingInt(Fault::line)
                        .thenComparingInt(Fault::column)
                        .thenComparing(Fault::message))
                .distinct()
                .toList();
    }

    /** Throws {@link InvalidFileException} if there is any fault. */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidFileException(sorted());
        }
    }
}
