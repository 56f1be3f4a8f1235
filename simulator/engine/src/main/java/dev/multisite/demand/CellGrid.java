package dev.multisite.demand;

import java.time.Instant;
import java.util.Arrays;
import java.util.TreeSet;

import dev.multisite.scenario.Period;

/** Where the cells of the demand grid begin: on a regular raster of the UTC clock, plus wherever something jumps. */
final class CellGrid {

    private final double[] starts;

    private CellGrid(double[] starts) {
        this.starts = starts;
    }

    /**
     * @param rasterSeconds distance of the regular boundaries, counted from midnight UTC; infinity: none
     * @param breaks where something jumps
     */
    static CellGrid of(Period period, double rasterSeconds, TreeSet<Double> breaks) {
        double end = period.seconds();
        TreeSet<Double> all = new TreeSet<>(breaks);
        if (rasterSeconds < Double.POSITIVE_INFINITY) {
            long raster = (long) rasterSeconds;
            long firstRaster = Math.floorDiv(period.from().getEpochSecond(), raster) * raster;
            double past = -period.toSeconds(Instant.ofEpochSecond(firstRaster));
            for (long i = 1; i * rasterSeconds - past < end; i++) {
                all.add(i * rasterSeconds - past);
            }
        }
        all.removeIf(at -> !(at > 0 && at < end));
        all.add(0.0);
        all.add(end);
        return new CellGrid(all.stream().mapToDouble(Double::doubleValue).toArray());
    }

    int cells() {
        return starts.length - 1;
    }

    double start(int cell) {
        return starts[cell];
    }

    double length(int cell) {
        return starts[cell + 1] - starts[cell];
    }

    double[] starts() {
        return starts.clone();
    }

    int cellAt(double timeSeconds) {
        if (!(timeSeconds >= 0 && timeSeconds <= starts[cells()])) {
            throw new IllegalArgumentException("second " + timeSeconds + " lies outside the period");
        }
        int at = Arrays.binarySearch(starts, timeSeconds);
        return Math.min(cells() - 1, at >= 0 ? at : -at - 2);
    }
}
