package dev.multisite.verdict;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.multisite.experiment.ExperimentResult;
import dev.multisite.experiment.ExposureRow;
import dev.multisite.experiment.MetricRow;
import dev.multisite.simulation.Slice;
import dev.multisite.statistics.Estimate;
import dev.multisite.units.Durations;
import dev.multisite.verdict.Sentence.Certainty;

/** Says of one architecture which laws it breaks, and how much of the records a foreign state can read. */
final class ExposureVerdict {
    private static final int MOST_LAWS = 4;
    private static final int MOST_STATES = 4;

    private ExposureVerdict() {}

    static Sentence of(ExperimentResult result, String architecture) {
        List<String> broken = laws(result, architecture, "non-compliant-record-years");
        List<String> disputed = laws(result, architecture, "uncertain-record-years");
        String breaches = broken.isEmpty()
                ? "no law of the catalogue is broken"
                : "breaks " + list(broken) + " for "
                        + figure(result, architecture, "non-compliant-record-years", "record-years");
        String dispute = disputed.isEmpty() ? "" : ", disputed under " + list(disputed);
        String unknown =
                value(result, architecture, "unknown-record-years") > 0 ? ", some countries' laws unknown" : "";
        return new Sentence(
                "%s: %s%s%s; %s of the records can be read by a foreign state%s"
                        .formatted(
                                architecture,
                                breaches,
                                dispute,
                                unknown,
                                figure(result, architecture, "foreign-reach", "fraction"),
                                states(result, architecture)),
                Certainty.CERTAIN);
    }

    private static List<String> laws(ExperimentResult result, String architecture, String metric) {
        return result.exposure().stream()
                .filter(row -> row.architecture().equals(architecture)
                        && row.key().metric().equals(metric)
                        && !row.key().law().isEmpty()
                        && row.key().verdict().isEmpty()
                        && row.estimate().value() > 0)
                .sorted(Comparator.comparingDouble(
                                (ExposureRow row) -> -row.estimate().value())
                        .thenComparing(row -> row.key().law()))
                .map(row -> row.key().law())
                .toList();
    }

    /** Which states can read the records, and what share of them. */
    private static String states(ExperimentResult result, String architecture) {
        Map<String, Double> byState = new TreeMap<>();
        for (ExposureRow row : result.exposure()) {
            boolean clear = row.key().verdict().endsWith(" clear");
            if (row.architecture().equals(architecture)
                    && clear
                    && row.key().country().isEmpty()) {
                byState.merge(
                        row.key().verdict().replaceFirst(" .*", ""),
                        row.estimate().value(),
                        Double::sum);
            }
        }
        double all = value(result, architecture, "records")
                * result.scenario().period().seconds()
                / Durations.SECONDS_PER_YEAR;
        List<String> shares = byState.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_STATES)
                .map(entry ->
                        entry.getKey() + " " + Quantity.of("fraction", 1, false).plain(entry.getValue() / all))
                .toList();
        return shares.isEmpty() ? "" : " (" + String.join(", ", shares) + ")";
    }

    private static String list(List<String> laws) {
        int shown = Math.min(MOST_LAWS, laws.size());
        String more = laws.size() > shown ? " and " + (laws.size() - shown) + " more" : "";
        return String.join(", ", laws.subList(0, shown)) + more;
    }

    private static String figure(ExperimentResult result, String architecture, String metric, String unit) {
        Estimate estimate = result.metric(architecture, Slice.ALL, metric)
                .map(MetricRow::estimate)
                .orElse(Estimate.none());
        return Double.isNaN(estimate.value())
                ? "none"
                : Quantity.of(unit, estimate.value(), false).withInterval(estimate);
    }

    private static double value(ExperimentResult result, String architecture, String metric) {
        return result.metric(architecture, Slice.ALL, metric)
                .map(row -> row.estimate().value())
                .orElse(0.0);
    }
}
