package dev.multisite.regulation.exposure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

import dev.multisite.regulation.evaluate.Reach;
import dev.multisite.regulation.evaluate.Verdict;
import dev.multisite.regulation.law.Rule;
import dev.multisite.scenario.Period;

/**
 * Verdicts and reach over a period. Every figure is a sum over pieces, so that countries and classes add up.
 *
 * @param verdicts what laws say, piece by piece
 * @param reaches which states reach the records, piece by piece
 */
public record Exposure(Period period, List<VerdictPiece> verdicts, List<ReachPiece> reaches) {

    public Exposure {
        verdicts = List.copyOf(verdicts);
        reaches = List.copyOf(reaches);
    }

    /** Returns the record-years in breach or conflict among the pieces that {@code filter} lets through. */
    public double nonCompliantRecordYears(Predicate<VerdictPiece> filter) {
        return sum(filter.and(Exposure::wrong));
    }

    /** As {@link #nonCompliantRecordYears}, plus uncertain record-years weighted by their probability. */
    public double expectedRecordYears(Predicate<VerdictPiece> filter) {
        double expected = nonCompliantRecordYears(filter);
        for (VerdictPiece piece : verdicts) {
            if (filter.test(piece) && piece.finding().verdict() == Verdict.UNCERTAIN) {
                expected += piece.finding().p() * piece.recordYears();
            }
        }
        return expected;
    }

    /** As {@link #nonCompliantRecordYears}, plus all uncertain record-years. */
    public double worstRecordYears(Predicate<VerdictPiece> filter) {
        return nonCompliantRecordYears(filter) + uncertainRecordYears(filter);
    }

    public double uncertainRecordYears(Predicate<VerdictPiece> filter) {
        return sum(filter.and(piece -> piece.finding().verdict() == Verdict.UNCERTAIN));
    }

    public double unknownRecordYears(Predicate<VerdictPiece> filter) {
        return sum(filter.and(piece -> piece.finding().verdict() == Verdict.UNKNOWN));
    }

    /** Returns the record-years of the pieces that {@code filter} lets through. */
    public double sum(Predicate<VerdictPiece> filter) {
        double sum = 0;
        for (VerdictPiece piece : verdicts) {
            sum += filter.test(piece) ? piece.recordYears() : 0;
        }
        return sum;
    }

    private static boolean wrong(VerdictPiece piece) {
        return piece.finding().verdict() == Verdict.BREACH || piece.finding().verdict() == Verdict.CONFLICT;
    }

    /** Returns the ids of the laws that say anything, in alphabetical order. */
    public NavigableSet<String> laws() {
        NavigableSet<String> laws = new TreeSet<>();
        verdicts.forEach(piece -> laws.add(piece.finding().law()));
        return laws;
    }

    /** Returns all record-years of the cohorts that {@code filter} lets through. */
    public double recordYears(Predicate<ReachPiece> filter) {
        return reaches.stream()
                .filter(filter)
                .mapToDouble(ReachPiece::recordYears)
                .sum();
    }

    /** Returns the record-years that some foreign state can read. */
    public double foreignRecordYears(Predicate<ReachPiece> filter) {
        return recordYears(filter.and(ReachPiece::foreignClear));
    }

    /** Returns the record-years that {@code state} reaches in {@code form} on {@code basis}. */
    public double reachedRecordYears(String state, Rule.Basis basis, Reach.Form form) {
        return recordYears(piece -> piece.reaches().stream()
                .anyMatch(reach -> reach.state().equals(state)
                        && reach.form() == form
                        && reach.bases().contains(basis)));
    }

    /** Returns the states that reach anything, in alphabetical order. */
    public NavigableSet<String> states() {
        NavigableSet<String> states = new TreeSet<>();
        reaches.forEach(piece -> piece.reaches().forEach(reach -> states.add(reach.state())));
        return states;
    }

    /**
     * Returns the days from the first breach of {@code law} to the instant from which on nothing is in breach until the end
     * of the period; 0 if there never was a breach, positive infinity if there still is one at the end.
     */
    public double timeToComplianceDays(String law) {
        double first = Double.POSITIVE_INFINITY;
        double last = Double.NEGATIVE_INFINITY;
        for (VerdictPiece piece : verdicts) {
            if (piece.finding().law().equals(law) && wrong(piece)) {
                first = Math.min(first, piece.fromSeconds());
                last = Math.max(last, piece.toSeconds());
            }
        }
        if (Double.isInfinite(first)) {
            return 0;
        }
        return last >= period.seconds() ? Double.POSITIVE_INFINITY : (last - first) / 86_400;
    }

    /** Returns when the number of open violations changes, and the number from then on. */
    public TreeMap<Double, Integer> openViolations() {
        TreeMap<Double, Integer> steps = new TreeMap<>();
        for (String law : laws()) {
            for (Span span : spans(law)) {
                steps.merge(span.fromSeconds(), 1, Integer::sum);
                if (span.toSeconds() < period.seconds()) {
                    steps.merge(span.toSeconds(), -1, Integer::sum);
                }
            }
        }
        TreeMap<Double, Integer> open = new TreeMap<>();
        int count = 0;
        for (var step : steps.entrySet()) {
            count += step.getValue();
            open.put(step.getKey(), count);
        }
        return open;
    }

    /** A time during which a law is broken without a pause. */
    public record Span(double fromSeconds, double toSeconds) {}

    /** Returns the times during which {@code law} is broken, in order. */
    public List<Span> spans(String law) {
        List<VerdictPiece> wrong = verdicts.stream()
                .filter(piece -> piece.finding().law().equals(law) && wrong(piece))
                .sorted(Comparator.comparingDouble(VerdictPiece::fromSeconds))
                .toList();
        List<Span> spans = new ArrayList<>();
        for (VerdictPiece piece : wrong) {
            Span last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
            if (last != null && piece.fromSeconds() <= last.toSeconds()) {
                spans.set(
                        spans.size() - 1, new Span(last.fromSeconds(), Math.max(last.toSeconds(), piece.toSeconds())));
            } else {
                spans.add(new Span(piece.fromSeconds(), piece.toSeconds()));
            }
        }
        return spans;
    }
}
