package dev.multisite.report.charts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;

import dev.multisite.report.results.Estimate;
import dev.multisite.report.results.ExposureRow;
import dev.multisite.report.results.Text;
import dev.multisite.report.theme.Marks;

/** Which laws are broken, for how many records and years, and where. */
final class Exposure {

    static final String BROKEN = "non-compliant-record-years";

    private static final List<String> METRICS = List.of(BROKEN, "uncertain-record-years", "unknown-record-years");
    private static final String UNREVIEWED =
            " Nobody has checked some of the laws' files against their sources (unreviewed).";
    private static final int MOST_LAWS = 14;
    private static final int MOST_MAPS = 4;

    private final Source source;
    private final List<String> laws;

    private Exposure(Source source) {
        this.source = source;
        Set<String> names = new LinkedHashSet<>();
        source.results().exposure().stream()
                .filter(row -> METRICS.contains(row.metric()) && !row.law().isEmpty())
                .forEach(row -> names.add(row.law()));
        this.laws = names.stream()
                .sorted((a, b) -> Double.compare(worst(b), worst(a)))
                .limit(MOST_LAWS)
                .toList();
    }

    static List<Chart> of(Source source) {
        Exposure exposure = new Exposure(source);
        List<Chart> charts = new ArrayList<>();
        exposure.byLaw().ifPresent(charts::add);
        exposure.byCountry().ifPresent(charts::add);
        return charts;
    }

    private double worst(String law) {
        return source.architectures().stream()
                .mapToDouble(
                        name -> sum(name, BROKEN, row -> row.law().equals(law)).mean())
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }

    /**
     * Returns the sum over versions, countries and classes; rows that are sums themselves win. Ends of intervals are
     * added up, which makes the interval of a sum wider than it need be, never narrower.
     */
    private Estimate sum(String architecture, String metric, Predicate<ExposureRow> which) {
        List<ExposureRow> rows = source.results().exposure().stream()
                .filter(row ->
                        row.architecture().equals(architecture) && row.metric().equals(metric))
                .filter(which)
                .toList();
        List<ExposureRow> totals = rows.stream()
                .filter(row -> row.country().isEmpty() && row.dataClass().isEmpty())
                .toList();
        return add(totals.isEmpty() ? rows : totals);
    }

    private static Estimate add(List<ExposureRow> rows) {
        if (rows.isEmpty()) {
            return Estimate.NONE;
        }
        double mean = rows.stream().mapToDouble(row -> row.value().mean()).sum();
        double low = rows.stream().mapToDouble(row -> row.value().low()).sum();
        double high = rows.stream().mapToDouble(row -> row.value().high()).sum();
        return new Estimate(mean, low, high);
    }

    private Optional<Chart> byLaw() {
        List<Chart.Panel> panels = new ArrayList<>();
        METRICS.forEach(metric -> panel(metric).ifPresent(panels::add));
        if (panels.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Chart(
                "exposure-by-law",
                "Which laws are broken, and for how many records?",
                Words.capital(Words.each(source, BROKEN, "")) + (hasTotal() ? "." : ""),
                "Records times the years that they are kept against a law, that its verdict is uncertain, or that a fact is"
                        + " missing (log scale). Whiskers are intervals; where a sum over countries is drawn, theirs are"
                        + " added up."
                        + (source.results().unreviewed() ? UNREVIEWED : ""),
                source.keys(),
                panels,
                Math.min(2, panels.size()),
                data()));
    }

    private boolean hasTotal() {
        return !Words.each(source, BROKEN, "").isEmpty();
    }

    private Optional<Chart.Panel> panel(String metric) {
        DotRows rows = new DotRows(
                laws.stream().map(law -> Text.shorten(law, 24)).toList(),
                source.architectures().size());
        for (int row = 0; row < laws.size(); row++) {
            String law = laws.get(row);
            for (int slot = 0; slot < source.architectures().size(); slot++) {
                String name = source.architectures().get(slot);
                Estimate value = sum(name, metric, candidate -> candidate.law().equals(law));
                if (value.mean() > 0) {
                    rows.dot(row, slot, value, source.colour(name), Marks.shape(source.index(name), 8.5));
                }
            }
        }
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        ValueAxis axis = Axes.log("record-years, log scale", "", rows.values());
        JFreeChart chart = rows.draw(axis);
        return Optional.of(new Chart.Panel(Words.metric(metric), rows.height(), chart::draw));
    }

    private Optional<Chart> byCountry() {
        List<String> countries = source.results().exposure().stream()
                .filter(row -> row.metric().equals(BROKEN) && !row.country().isEmpty())
                .map(ExposureRow::country)
                .distinct()
                .limit(Source.MOST_COUNTRIES + 2L)
                .toList();
        if (countries.isEmpty()) {
            return Optional.empty();
        }
        List<String> shown = laws.stream()
                .filter(law -> countries.stream()
                        .anyMatch(country ->
                                source.architectures().stream().anyMatch(name -> broken(name, law, country) > 0)))
                .toList();
        List<Chart.Panel> panels = new ArrayList<>();
        HeatMap.Scale scale = new HeatMap.Scale();
        for (String name : source.architectures()
                .subList(0, Math.min(MOST_MAPS, source.architectures().size()))) {
            HeatMap map = new HeatMap(
                    countries.stream().map(source::shortLabel).toList(),
                    shown.stream().map(law -> Text.shorten(law, 16)).toList(),
                    scale);
            fill(map, name, shown, countries);
            panels.add(new Chart.Panel(Source.shortName(name), map.height(), map::draw));
        }
        return Optional.of(new Chart(
                "exposure-by-country",
                "Whose data break which law?",
                "Record-years kept against a law, by the country whose law it is or whose people it protects.",
                "Darker is more (one log scale for all panels); an empty cell is none, and the palest is less than a"
                        + " ten-thousandth of the largest. The table above has the intervals."
                        + (source.results().unreviewed() ? UNREVIEWED : ""),
                List.of(),
                panels,
                shown.size() > 7 ? 1 : Math.min(2, panels.size()),
                DataTable.empty()));
    }

    private void fill(HeatMap map, String architecture, List<String> shown, List<String> countries) {
        for (int row = 0; row < countries.size(); row++) {
            for (int column = 0; column < shown.size(); column++) {
                map.cell(row, column, broken(architecture, shown.get(column), countries.get(row)));
            }
        }
    }

    private double broken(String architecture, String law, String country) {
        return sum(
                        architecture,
                        BROKEN,
                        row -> row.law().equals(law) && row.country().equals(country))
                .mean();
    }

    private DataTable data() {
        DataTable.Builder table = new DataTable.Builder(
                "Architecture", "Law", "Version", "Country", "Data class", "Verdict", "Metric", "Figure", "File");
        source.results().exposure().stream()
                .filter(row -> row.unit().equals("record-years"))
                .limit(1500)
                .forEach(row -> table.row(
                        DataTable.Cell.of(row.architecture()),
                        DataTable.Cell.of(row.law()),
                        DataTable.Cell.of(row.version()),
                        DataTable.Cell.of(
                                row.country().isEmpty()
                                        ? "All"
                                        : source.results().label(row.country())),
                        DataTable.Cell.of(row.dataClass()),
                        DataTable.Cell.of(row.verdict()),
                        DataTable.Cell.of(Words.metric(row.metric())),
                        DataTable.Cell.of(row.value(), row.unit()),
                        DataTable.Cell.of(row.review())));
        return table.build();
    }
}
