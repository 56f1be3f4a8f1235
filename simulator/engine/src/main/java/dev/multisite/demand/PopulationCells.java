package dev.multisite.demand;

import dev.multisite.scenario.Period;
import dev.multisite.scenario.PopulationEvent;
import dev.multisite.scenario.PopulationEvent.DemandSurge;
import dev.multisite.scenario.PopulationSpec;

/** Devices of one population in every cell, weighted by the demand surges that hold in it. */
final class PopulationCells {

    private final double[] mean;
    private final double[] change;

    /** @param withChange whether the change within the cells is needed, too (for profiles that are smooth) */
    PopulationCells(PopulationSpec population, Period period, InstalledBase base, CellGrid grid, boolean withChange) {
        mean = new double[grid.cells()];
        change = new double[withChange ? grid.cells() : 0];
        for (int cell = 0; cell < mean.length; cell++) {
            double from = grid.start(cell);
            double until = grid.start(cell + 1);
            double surge = surgeAt(population, period, from);
            mean[cell] = surge * base.meanOfCell(from, until);
            if (withChange) {
                change[cell] = surge * base.changeOverCell(from, until);
            }
        }
    }

    private static double surgeAt(PopulationSpec population, Period period, double timeSeconds) {
        double factor = 1;
        for (PopulationEvent event : population.events()) {
            if (event instanceof DemandSurge surge
                    && period.toSeconds(surge.on()) <= timeSeconds
                    && timeSeconds < period.toSeconds(surge.until())) {
                factor *= surge.factor();
            }
        }
        return factor;
    }

    double mean(int cell) {
        return mean[cell];
    }

    double change(int cell) {
        return change[cell];
    }
}
