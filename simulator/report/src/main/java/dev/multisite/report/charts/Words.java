package dev.multisite.report.charts;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import dev.multisite.report.results.ComparisonRow;
import dev.multisite.report.results.Estimate;
import dev.multisite.report.results.ResultsFolder;
import dev.multisite.report.theme.Numbers;

/** Sentences made from figures, never stronger than their intervals. */
public final class Words {

    private Words() {}

    /** Returns how a metric is called in a sentence or heading. */
    public static String metric(String metric) {
        return switch (metric) {
            case "latency-mean" -> "mean response time";
            case "latency-p50" -> "median response time";
            case "cost-per-device-year" -> "cost per device and year";
            case "failure-rate" -> "share of failed requests";
            case "wait-mean" -> "mean wait in a site's queue";
            case "wait-probability" -> "share of requests that queue";
            case "attempts" -> "attempts per request";
            case "non-compliant-record-years" -> "record-years against a law";
            case "uncertain-record-years" -> "record-years of uncertain verdict";
            case "unknown-record-years" -> "record-years with a missing fact";
            case "fines-expected" -> "expected fines";
            case "fines-p95" -> "fines, 95th percentile";
            case "fine-probability" -> "probability of a fine";
            case "foreign-reach" -> "share of records within a foreign state's reach";
            default ->
                metric.startsWith("latency-p")
                        ? "p" + metric.substring("latency-p".length()) + " response time"
                        : metric.replace('-', ' ');
        };
    }

    /** Returns whether less of the metric is better. */
    public static boolean lessIsBetter(String metric) {
        return !metric.equals("availability")
                && !metric.equals("site-availability")
                && !metric.equals("devices")
                && !metric.equals("requests");
    }

    /** Returns e.g. {@code 312 ms ± 6 ms with single-site, 96 ms ± 2 ms with multi-site}. */
    static String each(Source source, String metric, String country) {
        String unit = source.results().unit(metric);
        List<String> parts = source.architectures().stream()
                .filter(name -> source.results().figure(name, metric, country).isPresent())
                .limit(3)
                .map(name -> Numbers.mean(source.results().figure(name, metric, country), unit) + " with "
                        + Source.shortName(name))
                .toList();
        return String.join(", ", parts);
    }

    /** Returns the architecture whose figure is best; empty if none has one. */
    static Optional<String> best(Source source, String metric, String country) {
        ResultsFolder results = source.results();
        Comparator<String> order = Comparator.comparingDouble(
                name -> results.figure(name, metric, country).mean());
        return source.architectures().stream()
                .filter(name -> results.figure(name, metric, country).isPresent())
                .min(lessIsBetter(metric) ? order : order.reversed());
    }

    /** Says how sure the sign of a difference is, no surer than its interval. */
    public static String certainty(Estimate difference, double confidence, double replications) {
        if (!difference.hasInterval()) {
            return "one replication: how sure this is cannot be said";
        }
        if (difference.low() <= 0 && difference.high() >= 0) {
            return Double.isNaN(replications)
                    ? "cannot be told apart"
                    : "cannot be told apart with " + (long) replications + " replications";
        }
        boolean farApart = Math.abs(difference.mean()) > 2 * difference.halfWidth() && replications >= 5;
        return farApart && confidence >= 0.95 ? "more than 99 % sure" : Math.round(confidence * 100) + " % sure";
    }

    /** Returns e.g. {@code multi-site lowers the p95 response time in India by 212 ms ± 9 ms}. */
    public static String difference(ResultsFolder results, ComparisonRow row) {
        String what = metric(row.metric());
        String where = row.country().isEmpty() ? "" : " in " + results.label(row.country());
        Estimate difference = row.difference();
        boolean told = difference.hasInterval() && (difference.low() > 0 || difference.high() < 0);
        if (!told && difference.hasInterval()) {
            return row.architecture() + " and " + row.baseline() + " cannot be told apart in " + what + where;
        }
        String verb = difference.mean() < 0 ? " lowers " : " raises ";
        Estimate size = difference.mean() < 0 ? difference.times(-1) : difference;
        return row.architecture() + verb + "the " + what + where + " by " + points(size, row.unit());
    }

    /** Returns the difference as a sentence with its certainty. */
    public static String sentence(ResultsFolder results, ComparisonRow row) {
        String sure = certainty(
                row.difference(),
                results.run().confidence(),
                results.run().provenance().replications());
        String text = capital(difference(results, row));
        return text.contains("cannot be told apart")
                ? text + sure.replace("cannot be told apart", "") + "."
                : text + " (" + sure + ").";
    }

    /** Returns a difference; of fractions in percentage points. */
    public static String points(Estimate difference, String unit) {
        return points(Numbers.estimate(difference, unit), unit);
    }

    /** Returns a difference for a table. */
    public static String compactPoints(Estimate difference, String unit) {
        return points(Numbers.compact(difference, unit), unit);
    }

    private static String points(String text, String unit) {
        return unit.equals("fraction") ? text.replaceAll(" %( ±|$)", " pp$1") : text;
    }

    /** Returns {@code text} with a capital first letter. */
    public static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
