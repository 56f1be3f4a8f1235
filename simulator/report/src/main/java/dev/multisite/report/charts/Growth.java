package dev.multisite.report.charts;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;

import dev.multisite.report.results.TimelineRow;
import dev.multisite.report.theme.Numbers;
import dev.multisite.report.theme.Palette;
import dev.multisite.report.theme.Theme;

/** Devices and demand by country over time. */
final class Growth {

    private static final int MOST_AREAS = 7;
    private static final String OTHERS = "Other countries";

    private final Source source;
    private final Timeline timeline;
    private final String architecture;

    private Growth(Source source, String architecture) {
        this.source = source;
        this.timeline = new Timeline(source);
        this.architecture = architecture;
    }

    static Optional<Chart> of(Source source) {
        return source.architectures().isEmpty()
                ? Optional.empty()
                : new Growth(source, source.results().baseline()).chart();
    }

    private Optional<Chart> chart() {
        List<Chart.Panel> panels = new ArrayList<>();
        boolean grows = !isConstant();
        if (grows) {
            panel("devices", "devices in use").ifPresent(panels::add);
        }
        panel("requests", "requests per " + bin()).ifPresent(panels::add);
        if (panels.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Chart(
                "growth",
                grows ? "How do devices and demand grow?" : "How does demand go up and down?",
                answer(),
                "Areas are stacked: the top edge is the sum. Means over the replications.",
                keys(),
                panels,
                1,
                data()));
    }

    private String bin() {
        return Timeline.bin(source.results()
                .series(
                        architecture,
                        "requests",
                        source.countries().isEmpty() ? "" : source.countries().get(0),
                        ""));
    }

    private List<String> areas() {
        return source.topCountries(source.countries().size() > MOST_AREAS + 1 ? MOST_AREAS : MOST_AREAS + 1);
    }

    private List<Key> keys() {
        List<Key> keys = new ArrayList<>();
        List<String> areas = areas();
        for (int i = 0; i < areas.size(); i++) {
            keys.add(key(source.shortLabel(areas.get(i)), Palette.part(i)));
        }
        if (source.countries().size() > areas.size()) {
            keys.add(key(OTHERS, Palette.AXIS));
        }
        return keys;
    }

    private static Key key(String label, Color colour) {
        return new Key(label, colour, new Rectangle2D.Double(-5, -5, 10, 10));
    }

    private Optional<Chart.Panel> panel(String metric, String caption) {
        Map<String, TreeMap<Long, Double>> areas = sums(metric);
        if (areas.isEmpty()) {
            return Optional.empty();
        }
        Lines lines = new Lines();
        Map<Long, Double> below = new TreeMap<>();
        int index = 0;
        for (Map.Entry<String, TreeMap<Long, Double>> area : areas.entrySet()) {
            Color colour = area.getKey().equals(OTHERS) ? Palette.AXIS : Palette.part(index);
            stack(lines, area.getValue(), below, colour);
            index++;
        }
        XYPlot plot = lines.plot(timeline.axis(), Axes.linear("", "", lines.values()));
        timeline.markPhases(plot);
        timeline.align(plot);
        JFreeChart chart = Theme.chart(plot);
        return Optional.of(new Chart.Panel(caption, 190, chart::draw));
    }

    private boolean isConstant() {
        return sums("devices").values().stream()
                .allMatch(area -> area.values().stream().distinct().count() < 2);
    }

    private void stack(Lines lines, TreeMap<Long, Double> area, Map<Long, Double> below, Color colour) {
        int size = area.size();
        double[] x = new double[size + 1];
        double[] low = new double[size + 1];
        double[] high = new double[size + 1];
        int i = 0;
        for (Map.Entry<Long, Double> point : area.entrySet()) {
            x[i] = point.getKey();
            low[i] = below.getOrDefault(point.getKey(), 0.0);
            high[i] = low[i] + point.getValue();
            below.put(point.getKey(), high[i]);
            i++;
        }
        x[size] = Math.min(timeline.to().toEpochMilli(), size < 2 ? x[0] : 2 * x[size - 1] - x[size - 2]);
        low[size] = low[size - 1];
        high[size] = high[size - 1];
        lines.area(x, low, high, colour);
    }

    /** Means per area and stretch of time; every area has every stretch, so that they can be stacked. */
    private Map<String, TreeMap<Long, Double>> sums(String metric) {
        List<String> shown = areas();
        Map<String, TreeMap<Long, Double>> sums = new LinkedHashMap<>();
        for (String country : source.countries()) {
            String area = shown.contains(country) ? source.shortLabel(country) : OTHERS;
            means(source.results().series(architecture, metric, country, ""))
                    .forEach((time, mean) ->
                            sums.computeIfAbsent(area, name -> new TreeMap<>()).merge(time, mean, Double::sum));
        }
        if (sums.isEmpty()) {
            Map<Long, Double> total = means(source.results().series(architecture, metric, "", ""));
            if (!total.isEmpty()) {
                sums.put("All", new TreeMap<>(total));
            }
        }
        Set<Long> times = new TreeSet<>();
        sums.values().forEach(area -> times.addAll(area.keySet()));
        sums.values().forEach(area -> times.forEach(time -> area.putIfAbsent(time, 0.0)));
        return sums;
    }

    private Map<Long, Double> means(List<TimelineRow> rows) {
        long stretch = timeline.stretchMillis();
        long start = timeline.from().toEpochMilli();
        long whole = Math.max(1, (timeline.to().toEpochMilli() - start) / stretch) * stretch;
        return timeline.whole(rows).stream()
                .filter(row -> row.time().toEpochMilli() - start < whole)
                .filter(row -> Double.isFinite(row.band().mean()))
                .collect(Collectors.groupingBy(
                        row -> start + Math.floorDiv(row.time().toEpochMilli() - start, stretch) * stretch,
                        TreeMap::new,
                        Collectors.averagingDouble(row -> row.band().mean())));
    }

    private String answer() {
        double first = 0;
        double last = 0;
        for (TreeMap<Long, Double> area : sums("devices").values()) {
            first += area.firstEntry().getValue();
            last += area.lastEntry().getValue();
        }
        if (last <= 0) {
            return "";
        }
        return first == last
                ? Numbers.plain(last, last == 1 ? "device" : "devices") + " all the time."
                : "From " + Numbers.plain(first, "devices") + " at the start to " + Numbers.plain(last, "devices")
                        + " at the end.";
    }

    private DataTable data() {
        DataTable.Builder table = new DataTable.Builder("Country", "Devices at the start", "Devices at the end");
        for (String country : source.countries()) {
            List<TimelineRow> rows = source.results().series(architecture, "devices", country, "");
            if (!rows.isEmpty()) {
                table.row(
                        DataTable.Cell.of(source.results().label(country)),
                        cell(rows.get(0).band().mean()),
                        cell(rows.get(rows.size() - 1).band().mean()));
            }
        }
        return table.build();
    }

    private static DataTable.Cell cell(double devices) {
        return new DataTable.Cell(Numbers.plain(devices, "1"), devices);
    }
}
