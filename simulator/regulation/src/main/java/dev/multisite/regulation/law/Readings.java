package dev.multisite.regulation.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a version counts as personal data and as a movement, by question and date. A question that the file does not
 * answer is answered in the strictest way: the data are personal, the movement counts.
 *
 * @param byQuestion answers by question, e.g. {@code encrypted}, {@code direct-collection}
 */
public record Readings(Map<String, List<Dated>> byQuestion) {

    public static final String ANONYMOUS = "anonymous";

    public Readings {
        byQuestion = Map.copyOf(byQuestion);
    }

    /** An answer that holds during {@code window}. */
    public record Dated(Window window, Treatment treatment) {}

    /** Returns whether the file answers {@code question} for {@code date}. */
    public boolean answers(String question, LocalDate date) {
        return byQuestion.getOrDefault(question, List.of()).stream()
                .anyMatch(dated -> dated.window().contains(date));
    }

    /** Returns the answer to {@code question} on {@code date}. */
    public Treatment on(String question, LocalDate date) {
        for (Dated dated : byQuestion.getOrDefault(question, List.of())) {
            if (dated.window().contains(date)) {
                return dated.treatment();
            }
        }
        return question.equals(ANONYMOUS) ? Treatment.DOES_NOT_COUNT : Treatment.COUNTS;
    }

    /** Returns the days on which an answer changes. */
    public SortedSet<LocalDate> changes() {
        SortedSet<LocalDate> changes = new TreeSet<>();
        byQuestion
                .values()
                .forEach(list -> list.forEach(dated -> {
                    changes.add(dated.window().from());
                    if (!dated.window().to().equals(LocalDate.MAX)) {
                        changes.add(dated.window().to().plusDays(1));
                    }
                }));
        return changes;
    }
}
