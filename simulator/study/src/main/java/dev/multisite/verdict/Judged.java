package dev.multisite.verdict;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

import dev.multisite.experiment.ComparisonRow;
import dev.multisite.experiment.ExperimentResult;
import dev.multisite.experiment.MetricRow;
import dev.multisite.simulation.Slice;
import dev.multisite.statistics.Estimate;
import dev.multisite.statistics.RareEvents;
import dev.multisite.verdict.Sentence.Certainty;

/**
 * A difference to the baseline, and what it allows to say.
 *
 * @param events independent events behind the figure of the one that has more; infinite where that makes no sense
 */
public record Judged(ComparisonRow row, double events) {
    private static final double MANIFOLD = 3;

    static Judged of(ComparisonRow row, ExperimentResult result) {
        Slice slice = new Slice("", row.country(), "", row.service());
        double a = events(result, row.architecture(), slice, row.metric());
        double b = events(result, row.baseline(), slice, row.metric());
        return new Judged(row, Math.max(a, b));
    }

    private static double events(ExperimentResult result, String architecture, Slice slice, String metric) {
        double events = result.metric(architecture, slice, metric)
                .map(MetricRow::events)
                .orElse(Double.NaN);
        return Double.isNaN(events) ? Double.POSITIVE_INFINITY : events;
    }

    /** Says in one sentence how an architecture differs from the baseline in several figures, at least one. */
    public static Sentence together(List<Judged> differences) {
        List<String> changes = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Judged difference : differences) {
            if (difference.isCertain()) {
                changes.add(change(difference.row, difference.what()));
            } else {
                others.add(difference.noChange());
            }
        }
        ComparisonRow first = differences.get(0).row;
        if (changes.isEmpty()) {
            return new Sentence(
                    first.architecture() + " against " + first.baseline() + ": " + String.join("; ", others),
                    Certainty.UNCERTAIN);
        }
        others.add(0, first.architecture() + " " + enumerated(changes));
        return new Sentence(String.join("; ", others), Certainty.CERTAIN);
    }

    /** Says the same of two alternatives, so names the other one too. */
    static Sentence against(List<Judged> differences) {
        Sentence sentence = together(differences);
        ComparisonRow first = differences.get(0).row;
        String other = " against " + first.baseline();
        String text = sentence.text().startsWith(first.architecture() + other)
                ? sentence.text()
                : first.architecture()
                        + other
                        + sentence.text().substring(first.architecture().length());
        return new Sentence(text, sentence.certainty());
    }

    /** Returns e.g. {@code a, b and c}. */
    static String enumerated(List<String> parts) {
        int last = parts.size() - 1;
        return last == 0 ? parts.get(0) : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
    }

    boolean isCertain() {
        return events >= RareEvents.FEW_EVENTS && row.difference().excludes(0);
    }

    private boolean isSame() {
        return row.difference().hasInterval()
                && row.difference().value() == 0
                && row.difference().halfWidth() == 0;
    }

    private String what() {
        return Labels.metric(row.metric())
                + (row.country().isEmpty() ? "" : " for " + Labels.population(row.country()));
    }

    /** Returns e.g. {@code lowers p95 latency by 212 ± 9 ms (−12 %)}. */
    static String change(ComparisonRow row, String what) {
        Estimate difference = row.difference();
        boolean lower = difference.value() < 0;
        Estimate size = lower ? difference.times(-1) : difference;
        return "%s %s by %s%s"
                .formatted(
                        lower ? "lowers" : "raises",
                        what,
                        Quantity.of(row.unit(), size.value(), true).withInterval(size),
                        relative(row));
    }

    private String noChange() {
        if (events < RareEvents.FEW_EVENTS) {
            return "too few failures to compare"
                    + (row.country().isEmpty() ? "" : " for " + Labels.population(row.country()));
        }
        if (isSame()) {
            return what() + " is the same";
        }
        return "no certain difference in " + what() + " (" + size() + ")";
    }

    /** Returns e.g. {@code −212 ± 9 ms (−12 %)}, or why there is nothing to say. */
    String brief() {
        if (events < RareEvents.FEW_EVENTS) {
            return "too few failures";
        }
        if (isSame()) {
            return "the same";
        }
        return isCertain() ? size() + relative(row) : "no certain difference (" + size() + ")";
    }

    private String size() {
        String size = Quantity.of(row.unit(), row.difference().value(), true).signed(row.difference());
        return row.difference().hasInterval() ? size : size + " in a single replication";
    }

    /** Returns e.g. {@code  (−12 %)} or {@code  (×4.2)}; empty where the baseline is 0 or it says nothing. */
    private static String relative(ComparisonRow row) {
        double ratio = row.ratio().value();
        if (!Double.isFinite(ratio) || ratio <= 0) {
            return "";
        }
        if (ratio >= MANIFOLD) {
            return " (×" + rounded(ratio, ratio < 10 ? 1 : 0).toPlainString() + ")";
        }
        double percent = (ratio - 1) * 100;
        double halfWidth = row.ratio().hasInterval() ? row.ratio().halfWidth() * 100 : 0;
        BigDecimal shown = rounded(percent, Math.abs(percent) < 10 && halfWidth < 1 ? 1 : 0);
        if (shown.signum() == 0) {
            return "";
        }
        return " (" + (shown.signum() < 0 ? "−" : "+") + shown.abs().toPlainString() + " %)";
    }

    private static BigDecimal rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
    }
}
