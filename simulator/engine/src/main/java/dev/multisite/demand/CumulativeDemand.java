package dev.multisite.demand;

import java.util.Arrays;

/** Expected requests from the start of the period, of all classes together at every cell and per class at every 64th. */
final class CumulativeDemand {

    private static final int STRIDE = 64;

    private final CellGrid grid;
    private final RateCurves curves;
    private final double[] totalRate;
    private final double[] total;
    private final double[][] perClass;

    CumulativeDemand(CellGrid grid, RateCurves curves) {
        this.grid = grid;
        this.curves = curves;
        int classes = curves.classes();
        totalRate = new double[grid.cells()];
        total = new double[grid.cells() + 1];
        perClass = new double[grid.cells() / STRIDE + 1][];
        double[] rates = new double[classes];
        double[] sums = new double[classes];
        for (int cell = 0; cell < grid.cells(); cell++) {
            if (cell % STRIDE == 0) {
                perClass[cell / STRIDE] = sums.clone();
            }
            curves.rates(cell, rates);
            for (int c = 0; c < classes; c++) {
                totalRate[cell] += rates[c];
                sums[c] += rates[c] * grid.length(cell);
            }
            total[cell + 1] = total[cell] + totalRate[cell] * grid.length(cell);
        }
        if (grid.cells() % STRIDE == 0) {
            perClass[grid.cells() / STRIDE] = sums;
        }
    }

    double totalRate(int cell) {
        return totalRate[cell];
    }

    double until(double timeSeconds) {
        int cell = grid.cellAt(timeSeconds);
        return total[cell] + totalRate[cell] * (timeSeconds - grid.start(cell));
    }

    double until(int demandClass, double timeSeconds) {
        int cell = grid.cellAt(timeSeconds);
        double sum = perClass[cell / STRIDE][demandClass];
        for (int i = cell / STRIDE * STRIDE; i < cell; i++) {
            sum += curves.rate(demandClass, i) * grid.length(i);
        }
        return sum + curves.rate(demandClass, cell) * (timeSeconds - grid.start(cell));
    }

    /** Returns the expected requests of a class in an interval; cheap for short ones. */
    double between(int demandClass, double fromSeconds, double untilSeconds) {
        int first = grid.cellAt(fromSeconds);
        int last = grid.cellAt(untilSeconds);
        if (last - first > STRIDE) {
            return until(demandClass, untilSeconds) - until(demandClass, fromSeconds);
        }
        double sum = 0;
        for (int cell = first; cell <= last; cell++) {
            double from = Math.max(fromSeconds, grid.start(cell));
            double until = Math.min(untilSeconds, grid.start(cell + 1));
            if (from < until) {
                sum += curves.rate(demandClass, cell) * (until - from);
            }
        }
        return sum;
    }

    /** Writes the expected requests of all classes in an interval. */
    void between(double fromSeconds, double untilSeconds, double[] perClass) {
        int first = grid.cellAt(fromSeconds);
        int last = grid.cellAt(untilSeconds);
        Arrays.fill(perClass, 0);
        for (int cell = first; cell <= last; cell++) {
            double from = Math.max(fromSeconds, grid.start(cell));
            double until = Math.min(untilSeconds, grid.start(cell + 1));
            for (int c = 0; c < perClass.length && from < until; c++) {
                perClass[c] += curves.rate(c, cell) * (until - from);
            }
        }
    }

    double timeOf(double requests) {
        double all = total[grid.cells()];
        if (!(requests >= 0 && requests <= all)) {
            throw new IllegalArgumentException(
                    "the period expects " + all + " requests in all, so there is no time for " + requests);
        }
        int at = Arrays.binarySearch(total, requests);
        int cell = at >= 0 ? at : -at - 2;
        while (cell > 0 && total[cell] >= requests) {
            cell--;
        }
        double wanted = requests - total[cell];
        return wanted <= 0
                ? grid.start(cell)
                : Math.min(grid.start(cell + 1), grid.start(cell) + wanted / totalRate[cell]);
    }
}
