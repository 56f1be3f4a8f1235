package dev.multisite.requests;

import java.util.Arrays;

import dev.multisite.random.StandardTables;
import dev.multisite.world.DemandGrid;
import dev.multisite.world.World;

/**
 * The first attempts of all sources as one merged stream in the order of their start: a Poisson process whose rate is
 * constant within a cell of the demand grid, each request marked with its source. As such a process has no memory, it is
 * started anew at every cell.
 */
final class Arrivals {

    private final DemandGrid demand;
    private final double[] classRates;
    private final double[] sourceRates;
    private final int[] sourceClass;
    private final double[] sourceShare;
    private final AliasTable sources;
    private final long streamKey;
    private final double thinning;
    private int cell;
    private double cellEnd;
    private double meanGap;
    private long index;

    private double nextStart;
    private long nextKey;
    private double[] gaps = new double[0];
    private long[] nextKeys = new long[0];

    Arrivals(World world, Window window, long streamKey) {
        demand = world.demand();
        this.streamKey = streamKey;
        thinning = window.scale();
        int count = world.sources().size();
        classRates = new double[demand.classes()];
        sourceRates = new double[count];
        sourceClass =
                world.sources().stream().mapToInt(World.Source::demandClass).toArray();
        sourceShare = world.sources().stream().mapToDouble(World.Source::share).toArray();
        sources = new AliasTable(count);
        if (demand.cells() == 0 || window.warmUpFromSeconds() >= demand.cellStart(demand.cells())) {
            nextStart = Double.POSITIVE_INFINITY;
            return;
        }
        enter(demand.cellAt(window.warmUpFromSeconds()));
        nextStart = nextAfter(window.warmUpFromSeconds());
        if (nextStart >= cellEnd) {
            nextStart = acrossCells();
        }
    }

    private void enter(int newCell) {
        cell = newCell;
        cellEnd = demand.cellStart(newCell + 1);
        Arrays.fill(classRates, 0);
        demand.rates(newCell, classRates);
        double total = 0;
        for (int i = 0; i < sourceRates.length; i++) {
            sourceRates[i] = classRates[sourceClass[i]] * sourceShare[i];
            total += sourceRates[i];
        }
        meanGap = total > 0 ? thinning / total : Double.POSITIVE_INFINITY;
        if (total > 0) {
            sources.build(sourceRates, total);
        }
    }

    /** Returns when the next request starts; infinity after the end of the period. */
    double nextStart() {
        return nextStart;
    }

    private double nextAfter(double time) {
        nextKey = Draws.requestKey(streamKey, index++);
        return time + StandardTables.EXPONENTIAL.sample(nextKey) * meanGap;
    }

    private double acrossCells() {
        while (cell + 1 < demand.cells()) {
            double from = cellEnd;
            enter(cell + 1);
            if (meanGap < Double.POSITIVE_INFINITY) {
                double start = nextAfter(from);
                if (start < cellEnd) {
                    return start;
                }
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /**
     * Writes requests that start before {@code until} to the columns, from row {@code from} to before row {@code to}.
     *
     * @return the row after the last one written
     */
    int fill(double until, double[] start, long[] key, int[] source, int from, int to) {
        int row = from;
        while (row < to && nextStart < until) {
            int end = fillWithinCell(Math.min(until, cellEnd), start, key, row, to);
            for (int i = row; i < end; i++) {
                source[i] = sources.index(Draws.bits(key[i], Draws.SOURCE));
            }
            row = end;
            if (nextStart >= cellEnd) {
                nextStart = acrossCells();
            }
        }
        return row;
    }

    /** First the gaps, which don't depend on each other, then their sums. */
    private int fillWithinCell(double until, double[] start, long[] key, int from, int to) {
        double expected = (until - nextStart) / meanGap;
        int drawn = drawGaps((int) Math.min(to - from, expected * 1.1 + 32));
        double time = nextStart;
        long itsKey = nextKey;
        int count = 0;
        for (; count < drawn && time < until; count++) {
            start[from + count] = time;
            key[from + count] = itsKey;
            itsKey = nextKeys[count];
            time += gaps[count] * meanGap;
        }
        nextStart = time;
        nextKey = itsKey;
        index += count;
        return from + count;
    }

    /** Draws the gaps before the next {@code count} requests, in units of their mean, and the keys of those requests. */
    private int drawGaps(int count) {
        if (gaps.length < count) {
            gaps = new double[count];
            nextKeys = new long[count];
        }
        for (int i = 0; i < count; i++) {
            long key = Draws.requestKey(streamKey, index + i);
            nextKeys[i] = key;
            gaps[i] = StandardTables.EXPONENTIAL.piece(key);
        }
        for (int i = 0; i < count; i++) {
            gaps[i] = Double.isNaN(gaps[i]) ? StandardTables.EXPONENTIAL.sample(nextKeys[i]) : gaps[i];
        }
        return count;
    }
}
