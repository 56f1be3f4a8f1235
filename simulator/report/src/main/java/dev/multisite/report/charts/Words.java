package dev.multisite.report.charts;

import java.util.List;

import dev.multisite.report.results.ComparisonRow;
import dev.multisite.report.results.Estimate;
import dev.multisite.report.results.ResultsFolder;
import dev.multisite.report.results.Text;
import dev.multisite.report.theme.Numbers;

/** Sentences made from figures, never stronger than their intervals. */
public final class Words {

    private static final int MOST_NAMED = 3;

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
            case "cross-border-transfers" -> "movements across borders";
            case "records-lost" -> "records lost";
            case "rpo" -> "age of the oldest lost record (RPO)";
            case "data-loss-events" -> "outages that cost records";
            case "open-violations" -> "laws broken at the end";
            case "foreign-reach" -> "share of records within a foreign state's reach";
            default -> percentileOrPlain(metric);
        };
    }

    private static String percentileOrPlain(String metric) {
        if (metric.startsWith("latency-p")) {
            return metric.substring("latency-".length()) + " response time";
        }
        return metric.matches("wait-p\\d+")
                ? metric.substring("wait-".length()) + " wait in a site's queue"
                : metric.replace('-', ' ');
    }

    /** Returns e.g. {@code single-site 312 ms, multi-site 96 ms}; at most three architectures and how many more. */
    static String each(Source source, String metric, String country) {
        String unit = source.results().unit(metric);
        List<String> parts = source.architectures().stream()
                .filter(name -> source.results().figure(name, metric, country).isPresent())
                .map(name -> Source.shortName(name) + "\u00A0"
                        + Numbers.brief(source.results().figure(name, metric, country), unit)
                                .replace(' ', '\u00A0'))
                .toList();
        return listed(parts);
    }

    static String listed(List<String> parts) {
        int more = parts.size() - MOST_NAMED;
        String first = String.join(", ", parts.subList(0, Math.min(MOST_NAMED, parts.size())));
        return more > 0 ? first + " and " + more + " more" : first;
    }

    /** Returns whether the interval of a difference leaves out zero and rests on enough events to claim that. */
    public static boolean isSure(ResultsFolder results, ComparisonRow row) {
        Estimate difference = row.difference();
        boolean apart = difference.hasInterval() && (difference.low() > 0 || difference.high() < 0);
        return apart && !restsOnLittle(results, row);
    }

    /** Of failures one side may have few or none, if the other has many; of percentiles neither may rest on few requests. */
    private static boolean restsOnLittle(ResultsFolder results, ComparisonRow row) {
        boolean one = results.restsOnLittle(row.architecture(), row.metric(), row.country());
        boolean other = results.restsOnLittle(row.baseline(), row.metric(), row.country());
        boolean percentile = row.metric().startsWith("latency-") || row.metric().startsWith("wait-p");
        return percentile ? one || other : one && other;
    }

    /** Says how sure the sign of a difference is, no surer than its interval and the events behind it. */
    public static String certainty(ResultsFolder results, ComparisonRow row) {
        Estimate difference = row.difference();
        double replications = results.run().provenance().replications();
        if (!difference.hasInterval()) {
            return replications > 1 ? "no interval" : "one replication: how sure this is cannot be said";
        }
        if (restsOnLittle(results, row)) {
            return "too few events to tell";
        }
        if (!isSure(results, row)) {
            return "cannot be told apart" + (replications > 1 ? " with " + (long) replications + " replications" : "");
        }
        double confidence = results.run().confidence();
        boolean farApart = Math.abs(difference.mean()) > 2 * difference.halfWidth() && replications >= 5;
        return farApart && confidence >= 0.95 ? "more than 99 % sure" : Math.round(confidence * 100) + " % sure";
    }

    /** Returns e.g. {@code multi-site lowers the p95 response time in India by 212 ms ± 9 ms}. */
    public static String difference(ResultsFolder results, ComparisonRow row) {
        String where =
                row.country().isEmpty() ? "" : " in " + Text.inSentence(Text.shorten(results.label(row.country()), 40));
        String what = metric(row.metric()) + where;
        String name = Text.inSentence(Text.shorten(row.architecture(), 40));
        Estimate difference = row.difference();
        if (difference.mean() == 0 || (difference.hasInterval() && !isSure(results, row))) {
            return name + " and " + Text.inSentence(Text.shorten(row.baseline(), 40)) + " cannot be told apart in "
                    + what;
        }
        String verb = difference.mean() < 0 ? " lowers " : " raises ";
        Estimate size = difference.mean() < 0 ? difference.times(-1) : difference;
        return name + verb + "the " + what + " by " + points(size, row.unit());
    }

    /** Returns the difference as a sentence with its certainty. */
    public static String sentence(ResultsFolder results, ComparisonRow row) {
        String sure = certainty(results, row);
        String text = capital(difference(results, row));
        return sure.startsWith("cannot be told apart")
                ? text + sure.substring("cannot be told apart".length()) + "."
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
        return unit.equals("fraction") ? text.replace(" %", " pp") : text;
    }

    /** Returns {@code text} with a capital first letter. */
    public static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
