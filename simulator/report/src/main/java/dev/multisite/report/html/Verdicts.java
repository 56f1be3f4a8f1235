package dev.multisite.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.multisite.report.charts.Words;
import dev.multisite.report.results.ComparisonRow;
import dev.multisite.report.results.ResultsFolder;
import dev.multisite.report.results.Run;

/** The sentences at the top: those of the run, or else made from the comparison. */
final class Verdicts {

    private static final int MOST = 8;
    private static final List<String> TELLING = List.of("latency-p95", "failure-rate", "cost", "availability");

    private Verdicts() {}

    static List<Page.Verdict> of(ResultsFolder results) {
        List<Page.Verdict> verdicts = new ArrayList<>();
        for (Run.Sentence sentence : results.run().verdict()) {
            boolean sure = sentence.certainty().equals("certain");
            verdicts.add(new Page.Verdict(unbroken(sentence.text()), certainty(sentence.certainty()), sure));
        }
        return verdicts.isEmpty() ? derived(results) : verdicts;
    }

    /** No line ends between a number and its unit. */
    private static String unbroken(String text) {
        return text.replaceAll("(?<=\\d) (?=%|ms\\b|ppm\\b|[kM]?USD\\b)", "\u00A0");
    }

    private static String certainty(String key) {
        return switch (key) {
            case "certain" -> "";
            case "uncertain" -> "cannot be told: the interval includes no change";
            case "assumption" -> "an estimate with one assumption changed; queues are left out";
            case "too-few-events" -> "too few events to tell";
            default -> key.toLowerCase(Locale.ROOT);
        };
    }

    private static List<Page.Verdict> derived(ResultsFolder results) {
        List<Page.Verdict> verdicts = new ArrayList<>();
        for (String metric : TELLING) {
            for (String architecture : results.architectures()) {
                results.difference(architecture, metric, "").ifPresent(row -> verdicts.add(verdict(results, row)));
            }
        }
        return verdicts.subList(0, Math.min(MOST, verdicts.size()));
    }

    private static Page.Verdict verdict(ResultsFolder results, ComparisonRow row) {
        String text = Words.capital(Words.difference(results, row)) + ".";
        return new Page.Verdict(text, Words.certainty(results, row), Words.isSure(results, row));
    }
}
