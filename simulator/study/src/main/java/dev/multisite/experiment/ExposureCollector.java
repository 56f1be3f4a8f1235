package dev.multisite.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.multisite.regulation.enforcement.LawExposure;
import dev.multisite.simulation.ExposureFigure;
import dev.multisite.simulation.ExposurePoint;
import dev.multisite.simulation.ReplicationResult;
import dev.multisite.statistics.Moments;
import dev.multisite.statistics.SampleQuantiles;
import dev.multisite.statistics.StudentT;

/** Exposure of one architecture over its replications. What a replication does not mention is 0 there. */
final class ExposureCollector {
    private final Map<ExposureFigure.Key, ValueSeries> figures = new LinkedHashMap<>();
    private final Map<String, ExposureFigure.Review> reviews = new HashMap<>();
    private final Map<PointKey, ValueSeries> points = new LinkedHashMap<>();
    private final List<List<LawExposure>> courses = new ArrayList<>();

    private record PointKey(String law, String state, String basis, String metric, double binStartSeconds) {}

    void add(ReplicationResult result) {
        courses.add(result.trajectories());
        for (ExposureFigure figure : result.exposure()) {
            reviews.putIfAbsent(figure.key().law(), figure.review());
            figures.computeIfAbsent(figure.key(), key -> new ValueSeries())
                    .set(result.replication(), figure.value(), Double.NaN);
        }
        for (ExposurePoint point : result.exposureTimeline()) {
            points.computeIfAbsent(
                            new PointKey(
                                    point.law(), point.state(), point.basis(), point.metric(), point.binStartSeconds()),
                            key -> new ValueSeries())
                    .set(result.replication(), point.value(), Double.NaN);
        }
    }

    /** Returns the rows of {@code exposure.csv}, sums first. */
    List<ExposureRow> rows(String architecture, int replications, double confidence) {
        Comparator<ExposureFigure.Key> order = Comparator.comparing(ExposureFigure.Key::law)
                .thenComparing(ExposureFigure.Key::country)
                .thenComparing(ExposureFigure.Key::dataClass)
                .thenComparing(ExposureFigure.Key::version)
                .thenComparing(ExposureFigure.Key::verdict)
                .thenComparing(ExposureFigure.Key::metric);
        List<ExposureRow> rows = new ArrayList<>();
        figures.keySet().stream().sorted(order).forEach(key -> {
            double[] values = zeroed(figures.getOrDefault(key, new ValueSeries()), replications);
            rows.add(new ExposureRow(
                    architecture,
                    key,
                    key.unit(),
                    StudentT.mean(values, confidence),
                    reviews.getOrDefault(key.law(), ExposureFigure.Review.NO_LAW)));
        });
        return rows;
    }

    /** Returns the rows of {@code exposure-timeline.csv}. */
    List<ExposureTimelineRow> timeline(String architecture, int replications) {
        Comparator<PointKey> order = Comparator.comparing(PointKey::law)
                .thenComparing(PointKey::state)
                .thenComparing(PointKey::basis)
                .thenComparing(PointKey::metric)
                .thenComparingDouble(PointKey::binStartSeconds);
        List<ExposureTimelineRow> rows = new ArrayList<>();
        points.keySet().stream().sorted(order).forEach(key -> {
            double[] values = zeroed(points.getOrDefault(key, new ValueSeries()), replications);
            Arrays.sort(values);
            rows.add(new ExposureTimelineRow(
                    architecture,
                    key.binStartSeconds(),
                    key.law(),
                    key.state(),
                    key.basis(),
                    key.metric(),
                    "records",
                    Moments.of(values).mean(),
                    SampleQuantiles.ofSorted(values, 0.05),
                    SampleQuantiles.ofSorted(values, 0.95)));
        });
        return rows;
    }

    /** Returns the different courses that enforcement is replayed on; empty if nothing is to be replayed. */
    List<List<LawExposure>> courses() {
        boolean settled = courses.stream().allMatch(course -> course == courses.get(0));
        return settled ? courses.subList(0, Math.min(1, courses.size())) : courses;
    }

    private static double[] zeroed(ValueSeries series, int replications) {
        double[] values = series.toArray(replications);
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.isNaN(values[i]) ? 0 : values[i];
        }
        return values;
    }
}
