package dev.multisite.world;

/**
 * Arrival rates as step functions on one grid of cells shared by all classes. Within a cell the rates are constant and
 * equal to the mean of the true curve over the cell, so the expected number of requests of every cell is exact.
 *
 * <p>Cells are of unequal length: they break at every instant where a rate jumps, and at least every hour (every five
 * minutes for smooth profiles) while anything changes. Where nothing changes a cell may be as long as the period.
 */
public interface DemandGrid {

    /** Returns the number of classes. */
    int classes();

    /** Returns the number of cells. */
    int cells();

    /** Returns where cell {@code cell} starts; {@code cellStart(cells())} is the end of the period. */
    double cellStart(int cell);

    /** Returns the cell that holds {@code time}, which must lie in the period. */
    int cellAt(double time);

    /** Writes the rates of all classes in {@code cell}, requests per second, to {@code perSecond}. */
    void rates(int cell, double[] perSecond);

    /** Returns the sum of the rates of all classes in {@code cell}, requests per second. */
    double totalRate(int cell);
}
