package dev.multisite.simulation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.multisite.exposure.MovementAccount;
import dev.multisite.regulation.facts.Movement;
import dev.multisite.simulation.ReplicationResult.TimelinePoint;
import dev.multisite.units.Durations;

/**
 * Movements across borders per day, by type. All are sums over the account's pieces, so types, populations, routes and phases
 * add up.
 */
final class MovementFigures {

    /** All types that leave records at their destination. */
    private static final String ALL_TYPES = "cross-border-transfers";

    private static final List<Movement.Type> PLACING = List.of(
            Movement.Type.DIRECT_COLLECTION, Movement.Type.TRANSFER, Movement.Type.REPLICATION, Movement.Type.BACKUP);

    private final MovementAccount account;
    private final double[] starts;
    private final double endSeconds;

    MovementFigures(MovementAccount account, double endSeconds) {
        this.account = account;
        this.starts = account.startSeconds();
        this.endSeconds = endSeconds;
    }

    private static String metric(Movement.Type type) {
        return type.reads() ? "remotely-readable-records" : "cross-border-" + type.word();
    }

    /** Adds the figures from {@code from} until {@code until}, where a bin of the account starts or ends. */
    void addTo(FigureList figures, String period, Set<String> populations, double from, double until) {
        double days = (until - from) / Durations.SECONDS_PER_DAY;
        Map<String, Double> all = new LinkedHashMap<>();
        for (String population : populations) {
            Map<String, Double> own = sums(population, from, until);
            add(figures, new Slice(period, population, "", ""), own, days);
            own.forEach((metric, count) -> all.merge(metric, count, Double::sum));
        }
        add(figures, new Slice(period, "", "", ""), all, days);
    }

    private Map<String, Double> sums(String population, double from, double until) {
        Map<String, Double> sums = new TreeMap<>();
        // What does not move in one replication still counts in the mean of all.
        sums.put(ALL_TYPES, 0.0);
        for (Movement.Type type : Movement.Type.values()) {
            sums.put(metric(type), 0.0);
        }
        for (MovementAccount.Key key : account.keys()) {
            if (key.population().equals(population)) {
                double count = sum(account.counts(key), from, until);
                sums.merge(metric(key.type()), count, Double::sum);
                sums.merge(ALL_TYPES, PLACING.contains(key.type()) ? count : 0, Double::sum);
            }
        }
        return sums;
    }

    private double sum(double[] counts, double from, double until) {
        double sum = 0;
        for (int bin = 0; bin < counts.length; bin++) {
            sum += starts[bin] >= from && starts[bin] < until ? counts[bin] : 0;
        }
        return sum;
    }

    private static void add(FigureList figures, Slice slice, Map<String, Double> sums, double days) {
        sums.forEach((metric, count) -> {
            boolean records = metric.equals(metric(Movement.Type.REMOTE_ACCESS));
            figures.add(slice, metric, rounded(count / days / (records ? Durations.SECONDS_PER_DAY : 1)));
        });
    }

    /** So that the same movements cut into other pieces give the same figure. */
    private static double rounded(double value) {
        return Math.rint(value * 1e6) / 1e6;
    }

    /** Adds movements per day by population, and by type for all of them. */
    void addTo(List<TimelinePoint> timeline, double[] binStarts) {
        Map<String, double[]> series = new LinkedHashMap<>();
        for (MovementAccount.Key key : account.keys()) {
            if (!key.type().reads()) {
                addTo(series, "," + metric(key.type()), key, binStarts);
            }
            if (PLACING.contains(key.type())) {
                addTo(series, "," + ALL_TYPES, key, binStarts);
                addTo(series, key.population() + "," + ALL_TYPES, key, binStarts);
            }
        }
        series.forEach((name, counts) -> {
            int comma = name.lastIndexOf(',');
            for (int bin = 0; bin < counts.length; bin++) {
                double end = bin + 1 < binStarts.length ? binStarts[bin + 1] : endSeconds;
                double perDay = counts[bin] / (end - binStarts[bin]) * Durations.SECONDS_PER_DAY;
                timeline.add(new TimelinePoint(
                        binStarts[bin], name.substring(0, comma), "", name.substring(comma + 1), rounded(perDay)));
            }
        });
    }

    private void addTo(Map<String, double[]> series, String name, MovementAccount.Key key, double[] binStarts) {
        double[] sums = series.computeIfAbsent(name, n -> new double[binStarts.length]);
        double[] counts = account.counts(key);
        for (int bin = 0; bin < counts.length; bin++) {
            int at = Arrays.binarySearch(binStarts, starts[bin]);
            sums[at >= 0 ? at : -at - 2] += counts[bin];
        }
    }

    /** Adds movements and gigabytes per day by route, grounds, population and data class. */
    void addTo(Map<ExposureFigure.Key, Double> sums) {
        double days = endSeconds / Durations.SECONDS_PER_DAY;
        for (MovementAccount.Key key : account.keys()) {
            String how = key.type().word() + " " + key.from() + ">" + key.to() + " "
                    + (key.grounds().isEmpty() ? "-" : key.grounds().toLowerCase(Locale.ROOT));
            double count = sum(account.counts(key), 0, endSeconds);
            if (key.type().reads()) {
                add(sums, key, how, "readable-record-years", count / Durations.SECONDS_PER_YEAR);
            } else {
                add(sums, key, how, "movements-per-day", count / days);
                add(sums, key, how, "gigabytes-per-day", sum(account.bytes(key), 0, endSeconds) / 1e9 / days);
            }
        }
    }

    private static void add(
            Map<ExposureFigure.Key, Double> sums, MovementAccount.Key key, String how, String metric, double value) {
        sums.merge(new ExposureFigure.Key("", "", key.population(), key.dataClass(), how, metric), value, Double::sum);
        sums.merge(new ExposureFigure.Key("", "", "", "", how, metric), value, Double::sum);
    }
}
