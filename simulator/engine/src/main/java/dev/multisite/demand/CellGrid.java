package dev.multisite.demand;

import java.time.Instant;
import java.util.TreeSet;

import dev.multisite.scenario.Period;

/** Where the cells of the demand grid begin: on a regular raster of the UTC clock, plus wherever something jumps. */
final class CellGrid {

    private final double[] starts;

    /** The last cell that begins at or before each multiple of {@link #guessSeconds}: most cells are of equal length. */
    private final int[] guesses;

    private final double guessSeconds;

    private CellGrid(double[] starts) {
        this.starts = starts;
        this.guesses = new int[starts.length];
        this.guessSeconds = starts[starts.length - 1] / (starts.length - 1);
        int cell = 0;
        for (int i = 0; i < guesses.length; i++) {
            while (cell + 2 < starts.length && starts[cell + 1] <= i * guessSeconds) {
                cell++;
            }
            guesses[i] = cell;
        }
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
        int cell = guesses[(int) (timeSeconds / guessSeconds)];
        while (cell > 0 && starts[cell] > timeSeconds) {
            cell--;
        }
        while (cell + 1 < cells() && starts[cell + 1] <= timeSeconds) {
            cell++;
        }
        return cell;
    }
}
