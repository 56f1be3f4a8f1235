package dev.multisite.regulation.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Facts of a case beyond copies and movements, by the names of the vocabulary.
 *
 * @param names facts that hold
 * @param since days on which dated facts came about, e.g. when an order was served
 * @param numbers facts with a number, e.g. hours until a breach was notified
 * @param demands states that demand the data
 */
public record HeldFacts(
        Set<String> names, Map<String, LocalDate> since, Map<String, Double> numbers, List<String> demands) {

    public static final HeldFacts NONE = new HeldFacts(Set.of(), Map.of(), Map.of(), List.of());

    public HeldFacts {
        names = Set.copyOf(names);
        since = Map.copyOf(since);
        numbers = Map.copyOf(numbers);
        demands = List.copyOf(demands);
    }

    /** Returns facts that hold without date or number. */
    public static HeldFacts of(String... names) {
        return new HeldFacts(Set.of(names), Map.of(), Map.of(), List.of());
    }

    /** Returns whether {@code fact} holds on {@code date}; a dated fact holds from its day on. */
    public boolean holds(String fact, LocalDate date) {
        LocalDate day = since.get(fact);
        return day == null ? names.contains(fact) : !date.isBefore(day);
    }
}
