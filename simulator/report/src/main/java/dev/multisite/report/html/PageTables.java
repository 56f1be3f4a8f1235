package dev.multisite.report.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.multisite.report.charts.DataTable;
import dev.multisite.report.charts.DataTable.Cell;
import dev.multisite.report.charts.Happenings;
import dev.multisite.report.charts.Source;
import dev.multisite.report.charts.Words;
import dev.multisite.report.results.ComparisonRow;
import dev.multisite.report.results.Estimate;
import dev.multisite.report.results.EventRow;
import dev.multisite.report.results.ResultsFolder;
import dev.multisite.report.results.Run;
import dev.multisite.report.results.Times;
import dev.multisite.report.theme.Numbers;

/** The tables of the page that belong to no picture. */
final class PageTables {

    private static final int MOST_EVENTS = 400;

    private static final int MOST_PAIRS = 200;
    private static final List<String> COMPARED_BY_COUNTRY = List.of("latency-p95", "failure-rate");

    private static final List<String> COMPARED = List.of(
            "latency-p50",
            "latency-p95",
            "latency-p99",
            "failure-rate",
            "availability",
            "cost",
            "cost-per-device-year",
            "energy",
            "carbon",
            "non-compliant-record-years",
            "uncertain-record-years",
            "foreign-reach",
            "records-lost",
            "rpo",
            "data-loss-events",
            "fines-expected",
            "fine-probability");

    private final ResultsFolder results;
    private final Run run;

    PageTables(Source source) {
        this.results = source.results();
        this.run = results.run();
    }

    DataTable objectives() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Run.Objective objective : run.objectives()) {
            rows.add(List.of(
                    Cell.of(met(objective.met())),
                    Cell.of(objective.architecture()),
                    Cell.of(aim(objective)),
                    Cell.of(objective.value(), objective.unit()),
                    new Cell(probability(objective.probability()), objective.probability())));
        }
        return new DataTable(
                List.of("Met", "Architecture", "Objective", "Figure", "Kept in a run of the period"), rows);
    }

    private String aim(Run.Objective objective) {
        String where = objective.country().isEmpty() ? "" : " in " + results.label(objective.country());
        String service = objective.service().isEmpty() ? "" : " for " + objective.service();
        String bound = objective.bound().equals("at-least") ? " at least " : " at most ";
        return Words.capital(Words.metric(objective.metric()))
                + where
                + service
                + bound
                + Numbers.plain(objective.limit(), objective.unit());
    }

    private static String met(String met) {
        return switch (met) {
            case "yes" -> "✓ met";
            case "no" -> "✗ not met";
            default -> "? cannot be told";
        };
    }

    private static String probability(double probability) {
        return Double.isFinite(probability) ? Math.round(probability * 100) + " %" : "–";
    }

    /** One row per metric and architecture: the figure and, against the baseline, the paired difference. */
    DataTable comparison() {
        List<List<Cell>> rows = new ArrayList<>();
        for (String metric : COMPARED) {
            String unit = results.unit(metric);
            for (String architecture : results.architectures()) {
                Estimate figure = results.figure(architecture, metric, "");
                if (figure.isPresent() && !isUnused(metric)) {
                    rows.add(comparisonRow(metric, unit, architecture, figure));
                }
            }
        }
        return new DataTable(List.of("Metric", "Architecture", "Figure", "Difference to baseline", "How sure"), rows);
    }

    /** A scenario without prices or power has zeros for them, which are no finding; no failures are one. */
    private boolean isUnused(String metric) {
        return !metric.equals("failure-rate")
                && results.architectures().stream()
                        .allMatch(name -> results.figure(name, metric, "").mean() == 0);
    }

    private List<Cell> comparisonRow(String metric, String unit, String architecture, Estimate figure) {
        List<Cell> cells = new ArrayList<>(
                List.of(Cell.of(Words.capital(Words.metric(metric))), Cell.of(architecture), Cell.of(figure, unit)));
        Cell none = Cell.of(architecture.equals(results.baseline()) ? "baseline" : "–");
        cells.addAll(results.difference(architecture, metric, "")
                .map(this::difference)
                .orElse(List.of(none, Cell.of("–"))));
        return cells;
    }

    private List<Cell> difference(ComparisonRow row) {
        Estimate difference = row.difference();
        String sign = difference.mean() > 0 ? "+" : "";
        return List.of(
                new Cell(sign + Words.compactPoints(difference, row.unit()), difference.mean()),
                Cell.of(Words.certainty(results, row).replaceFirst(" with \\d+ replications$", "")));
    }

    /** The plan against the other alternatives, which is the choice that remains once the baseline is given up. */
    DataTable pairs() {
        List<List<Cell>> rows = new ArrayList<>();
        for (String metric : COMPARED) {
            for (ComparisonRow row : results.pairs()) {
                boolean overall = row.country().isEmpty() && !isUnused(metric);
                boolean focus = COMPARED_BY_COUNTRY.contains(metric) && Words.isSure(results, row);
                if (row.metric().equals(metric) && (overall || focus) && rows.size() < MOST_PAIRS) {
                    List<Cell> cells = new ArrayList<>(List.of(
                            Cell.of(Words.capital(Words.metric(metric))),
                            Cell.of(row.country().isEmpty() ? "all" : results.label(row.country())),
                            Cell.of(row.architecture() + " against " + row.baseline())));
                    cells.addAll(difference(row));
                    rows.add(cells);
                }
            }
        }
        return new DataTable(List.of("Metric", "Population", "Architectures", "Difference", "How sure"), rows);
    }

    DataTable phases() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Run.Phase phase : run.phases()) {
            boolean dated = phase.from().getEpochSecond() != 0;
            rows.add(List.of(
                    Cell.of(phase.architecture()),
                    Cell.of(phase.label()),
                    new Cell(
                            dated ? Times.day(phase.from()) : "when its site opens",
                            phase.from().getEpochSecond())));
        }
        return new DataTable(List.of("Architecture", "Phase", "From"), rows);
    }

    DataTable events() {
        List<EventRow> events = results.events().stream()
                .filter(event -> !Happenings.ROUTINE.contains(event.kind()))
                .toList();
        List<List<Cell>> rows = new ArrayList<>();
        for (EventRow event : events.subList(0, Math.min(MOST_EVENTS, events.size()))) {
            rows.add(List.of(
                    new Cell(Times.minute(event.time()), event.time().getEpochSecond()),
                    Cell.of(event.architecture()),
                    Cell.of(event.kind()),
                    Cell.of(event.subject()),
                    Cell.of(event.detail())));
        }
        return new DataTable(List.of("When (UTC)", "Architecture", "What", "Of", "Detail"), rows);
    }

    /** Days on which what is permitted changed, once for all architectures. */
    DataTable lawDates() {
        List<List<Cell>> rows = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (EventRow event : results.events()) {
            boolean law = event.kind().startsWith("law") || event.kind().startsWith("enforcement");
            if (law
                    && seen.add(event.kind() + "\n" + event.subject() + "\n" + event.time())
                    && rows.size() < MOST_EVENTS) {
                rows.add(List.of(
                        new Cell(Times.day(event.time()), event.time().getEpochSecond()),
                        Cell.of(event.kind().replace('-', ' ')),
                        Cell.of(event.subject()),
                        Cell.of(event.detail())));
            }
        }
        return new DataTable(List.of("When", "What", "Law", "Detail"), rows);
    }

    /** What the result hangs on, where somebody has looked, comes first. */
    DataTable assumptions() {
        boolean effects = run.assumptions().stream()
                .anyMatch(assumption -> !assumption.effect().isEmpty());
        List<List<Cell>> rows = new ArrayList<>();
        run.assumptions().stream()
                .sorted(Comparator.comparing(assumption -> assumption.effect().isEmpty()))
                .forEach(assumption -> {
                    List<Cell> cells = new ArrayList<>(List.of(
                            Cell.of(assumption.what()), Cell.of(assumption.value()), Cell.of(assumption.source())));
                    if (effects) {
                        cells.add(Cell.of(assumption.effect().isEmpty() ? "not looked at" : assumption.effect()));
                    }
                    rows.add(cells);
                });
        return new DataTable(
                effects
                        ? List.of("What", "Value", "Source", "What the result owes to it")
                        : List.of("What", "Value", "Source"),
                rows);
    }

    DataTable checks() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Run.Check check : run.checks()) {
            double size = Math.abs(check.expected());
            double off = (check.simulated() - check.expected()) / size;
            rows.add(List.of(
                    Cell.of(check.holds() ? "✓ holds" : "✗ fails"),
                    Cell.of(check.architecture()),
                    Cell.of(check.name()),
                    new Cell(Numbers.plain(check.expected(), check.unit()), check.expected()),
                    new Cell(Numbers.plain(check.simulated(), check.unit()), check.simulated()),
                    Cell.of(percent(off)),
                    Cell.of(percent(check.tolerance() / size)),
                    Cell.of(Double.isFinite(check.falseAlarm()) ? chance(check.falseAlarm()) : "–")));
        }
        return new DataTable(
                List.of(
                        "Check",
                        "Architecture",
                        "What",
                        "Closed form",
                        "Simulated",
                        "Off by",
                        "Tolerance",
                        "False alarms in sound runs"),
                rows);
    }

    private static String percent(double share) {
        return Double.isFinite(share) ? String.format(Locale.ROOT, "%.2f %%", 100 * share) : "–";
    }

    private static String chance(double probability) {
        return probability > 0 ? String.format(Locale.ROOT, "%.1e", probability) : "never";
    }
}
