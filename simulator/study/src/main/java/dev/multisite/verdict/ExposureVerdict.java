package dev.multisite.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.multisite.experiment.ExperimentResult;
import dev.multisite.experiment.ExposureRow;
import dev.multisite.experiment.MetricRow;
import dev.multisite.simulation.ExposureFigure;
import dev.multisite.simulation.Slice;
import dev.multisite.statistics.Estimate;
import dev.multisite.units.Durations;
import dev.multisite.verdict.Sentence.Certainty;

/** Says which laws the architectures break, and how much of the records a foreign state can read. */
final class ExposureVerdict {
    private static final int MOST_LAWS = 4;
    private static final int MOST_STATES = 4;
    private static final int MOST_NAMES = 3;
    private static final String BROKEN = "non-compliant-record-years";
    private static final String DISPUTED = "uncertain-record-years";

    private static final String LOST = "records-lost";

    private final ExperimentResult result;
    private final List<String> architectures;

    private ExposureVerdict(ExperimentResult result) {
        this.result = result;
        this.architectures = List.copyOf(result.scenario().architectures().keySet());
    }

    /** @param population whose share is named beside that of all; empty: none */
    static List<Sentence> of(ExperimentResult result, String population) {
        ExposureVerdict verdict = new ExposureVerdict(result);
        List<Sentence> sentences = new ArrayList<>(List.of(
                new Sentence(verdict.laws(), Certainty.CERTAIN),
                new Sentence(verdict.reach(population), Certainty.CERTAIN)));
        if (verdict.architectures.stream().anyMatch(name -> verdict.value(name, LOST) > 0)) {
            sentences.add(new Sentence(verdict.losses(), Certainty.CERTAIN));
        }
        return List.copyOf(sentences);
    }

    private String losses() {
        Map<String, List<String>> byFigure = new LinkedHashMap<>();
        for (String name : architectures) {
            String lost = value(name, LOST) > 0
                    ? figure(name, "", LOST, "records") + " with an RPO of " + figure(name, "", "rpo", "s")
                    : "none";
            byFigure.computeIfAbsent(lost, fresh -> new ArrayList<>()).add(name);
        }
        return "records lost for good: " + together(byFigure);
    }

    private String laws() {
        Optional<String> broken = byLaw(BROKEN);
        List<String> parts = new ArrayList<>();
        parts.add(broken.map(laws -> "laws broken: " + laws + " (" + volumes() + ")")
                .orElse("no law of the catalogue is broken under any architecture"));
        byLaw(DISPUTED).ifPresent(laws -> parts.add("disputed: " + laws));
        if (architectures.stream().anyMatch(name -> value(name, "unknown-record-years") > 0)) {
            parts.add("some countries' laws are unknown");
        }
        if (unreviewed()) {
            parts.add("law files unreviewed");
        }
        return String.join("; ", parts);
    }

    /** Whether nobody has checked the file of a law that is broken or disputed against its sources. */
    private boolean unreviewed() {
        return result.exposure().stream()
                .filter(row ->
                        row.key().metric().equals(BROKEN) || row.key().metric().equals(DISPUTED))
                .filter(row -> row.estimate().value() > 0)
                .anyMatch(row -> row.review() == ExposureFigure.Review.UNREVIEWED);
    }

    /** Laws, those under the same architectures together. */
    private Optional<String> byLaw(String metric) {
        Map<String, Double> size = new LinkedHashMap<>();
        Map<String, List<String>> under = new LinkedHashMap<>();
        for (ExposureRow row : result.exposure()) {
            String law = row.key().law();
            if (row.key().metric().equals(metric)
                    && !law.isEmpty()
                    && row.key().verdict().isEmpty()
                    && row.estimate().value() > 0) {
                size.merge(law, row.estimate().value(), Math::max);
                List<String> names = under.computeIfAbsent(law, fresh -> new ArrayList<>());
                if (!names.contains(row.architecture())) {
                    names.add(row.architecture());
                }
            }
        }
        Map<List<String>, List<String>> groups = new LinkedHashMap<>();
        size.keySet().stream()
                .sorted(Comparator.comparingDouble((String law) -> -size.getOrDefault(law, 0.0))
                        .thenComparing(law -> law))
                .forEach(law -> groups.computeIfAbsent(under.getOrDefault(law, List.of()), fresh -> new ArrayList<>())
                        .add(law));
        List<String> parts = new ArrayList<>();
        groups.forEach((names, laws) -> parts.add(list(laws) + " " + under(names)));
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
    }

    /** Record-years in breach, architectures with the same together. */
    private String volumes() {
        Map<String, List<String>> byFigure = new LinkedHashMap<>();
        for (String name : architectures) {
            byFigure.computeIfAbsent(figure(name, "", BROKEN, "record-years"), fresh -> new ArrayList<>())
                    .add(name);
        }
        return together(byFigure);
    }

    private String reach(String population) {
        Map<String, List<String>> byFigure = new LinkedHashMap<>();
        for (String name : architectures) {
            String share = figure(name, "", "foreign-reach", "fraction") + states(name);
            byFigure.computeIfAbsent(share, fresh -> new ArrayList<>()).add(name);
        }
        String all = "of all records, a foreign state can read " + together(byFigure);
        if (population.isEmpty()) {
            return all;
        }
        Map<String, List<String>> own = new LinkedHashMap<>();
        for (String name : architectures) {
            own.computeIfAbsent(figure(name, population, "foreign-reach", "fraction"), fresh -> new ArrayList<>())
                    .add(name);
        }
        return all + "; of the records of " + Labels.population(population) + ", " + together(own);
    }

    private String together(Map<String, List<String>> byFigure) {
        List<String> parts = new ArrayList<>();
        byFigure.forEach((figure, names) -> parts.add(figure + " " + under(names)));
        int more = parts.size() - MOST_NAMES - 1;
        return more <= 0
                ? Judged.enumerated(parts)
                : String.join(", ", parts.subList(0, MOST_NAMES + 1)) + " and others under " + more + " more";
    }

    private String under(List<String> names) {
        if (names.size() == architectures.size()) {
            return architectures.size() == 1 ? "under " + names.get(0) : "under every architecture";
        }
        return "under "
                + (names.size() <= MOST_NAMES
                        ? Judged.enumerated(names)
                        : String.join(", ", names.subList(0, MOST_NAMES)) + " and " + (names.size() - MOST_NAMES)
                                + " more");
    }

    /** Which states can read the records, and what share of them. */
    private String states(String architecture) {
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
        double all = value(architecture, "records") * result.scenario().period().seconds() / Durations.SECONDS_PER_YEAR;
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
        return laws.size() > shown
                ? String.join(", ", laws.subList(0, shown)) + " and " + (laws.size() - shown) + " more"
                : Judged.enumerated(laws);
    }

    private String figure(String architecture, String population, String metric, String unit) {
        Estimate estimate = result.metric(architecture, Slice.ofCountry(population), metric)
                .map(MetricRow::estimate)
                .orElse(Estimate.none());
        return Double.isNaN(estimate.value())
                ? "nothing"
                : Quantity.of(unit, estimate.value(), false).withInterval(estimate);
    }

    private double value(String architecture, String metric) {
        return result.metric(architecture, Slice.ALL, metric)
                .map(row -> row.estimate().value())
                .orElse(0.0);
    }
}
