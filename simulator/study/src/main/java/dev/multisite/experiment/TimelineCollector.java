package dev.multisite.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.multisite.simulation.Metrics;
import dev.multisite.simulation.ReplicationResult;
import dev.multisite.simulation.ReplicationResult.TimelinePoint;
import dev.multisite.statistics.Moments;
import dev.multisite.statistics.SampleQuantiles;

/** The timelines of one architecture: a value per series, bin and replication. */
final class TimelineCollector {
    private final Map<SeriesKey, Series> series = new LinkedHashMap<>();

    private record SeriesKey(String country, String site, String metric) {}

    private static final class Series {
        final Map<Double, Integer> bins = new HashMap<>();
        final List<double[]> byReplication = new ArrayList<>();

        void set(int replication, double bin, double value) {
            int index = bins.computeIfAbsent(bin, start -> bins.size());
            while (byReplication.size() <= replication) {
                byReplication.add(emptyBins(Math.max(bins.size(), 8)));
            }
            double[] values = byReplication.get(replication);
            if (index >= values.length) {
                double[] longer = emptyBins(2 * index);
                System.arraycopy(values, 0, longer, 0, values.length);
                values = longer;
                byReplication.set(replication, values);
            }
            values[index] = value;
        }

        private static double[] emptyBins(int length) {
            double[] values = new double[length];
            Arrays.fill(values, Double.NaN);
            return values;
        }

        double[] values(double bin) {
            int index = bins.getOrDefault(bin, Integer.MAX_VALUE);
            return byReplication.stream()
                    .mapToDouble(values -> index < values.length ? values[index] : Double.NaN)
                    .filter(value -> !Double.isNaN(value))
                    .toArray();
        }
    }

    void add(ReplicationResult result) {
        for (TimelinePoint point : result.timeline()) {
            series.computeIfAbsent(new SeriesKey(point.country(), point.site(), point.metric()), key -> new Series())
                    .set(result.replication(), point.binStartSeconds(), point.value());
        }
    }

    List<TimelineRow> rows(String architecture) {
        List<TimelineRow> rows = new ArrayList<>();
        series.forEach((key, values) -> values.bins.keySet().stream()
                .sorted()
                .forEach(bin -> rows.add(row(architecture, key, bin, values.values(bin)))));
        return rows;
    }

    private static TimelineRow row(String architecture, SeriesKey key, double bin, double[] values) {
        Arrays.sort(values);
        return new TimelineRow(
                architecture,
                bin,
                key.country(),
                key.site(),
                key.metric(),
                Metrics.unit(key.metric()),
                Moments.of(values).mean(),
                SampleQuantiles.ofSorted(values, 0.05),
                SampleQuantiles.ofSorted(values, 0.95));
    }
}
