package dev.multisite.exposure;

import dev.multisite.demand.DemandModel;
import dev.multisite.regulation.exposure.RecordCurve;
import dev.multisite.scenario.PopulationSpec;
import dev.multisite.scenario.StoreSpec;
import dev.multisite.units.Durations;

/**
 * Records of one store of one population over time: so many per device, and further ones for every day of a device's life
 * within the period. A device that leaves takes its records along; how long it was there follows from the churn of its time.
 * What grows is tabulated by the day and interpolated.
 */
final class RecordStock implements RecordCurve {

    private static final double STEP_SECONDS = Durations.SECONDS_PER_DAY;

    private final DemandModel demand;
    private final String population;
    private final double endSeconds;
    private final double recordsPerDevice;
    private final double growthPerDeviceSecond;
    private final double[] deviceSecondsKept;

    /** @param share share of the devices that keep records in this store */
    RecordStock(DemandModel demand, PopulationSpec population, StoreSpec store, double share, double endSeconds) {
        this.demand = demand;
        this.population = population.name();
        this.endSeconds = endSeconds;
        this.recordsPerDevice = store.records() * share;
        this.growthPerDeviceSecond = store.growth().perSecond() * share;
        this.deviceSecondsKept = growthPerDeviceSecond > 0 ? kept(demand, population, endSeconds) : new double[0];
    }

    private static double[] kept(DemandModel demand, PopulationSpec population, double endSeconds) {
        String name = population.name();
        double[] kept = new double[(int) Math.ceil(endSeconds / STEP_SECONDS) + 1];
        for (int day = 1; day < kept.length; day++) {
            double from = (day - 1) * STEP_SECONDS;
            double until = Math.min(endSeconds, day * STEP_SECONDS);
            double grown = demand.deviceYears(name, from, until) * Durations.SECONDS_PER_YEAR;
            kept[day] = kept[day - 1] * demand.kept(name, from, until)
                    + grown * demand.kept(name, (from + until) / 2, until);
        }
        return kept;
    }

    @Override
    public double at(double timeSeconds) {
        double time = Math.min(endSeconds, Math.max(0, timeSeconds));
        double records = recordsPerDevice == 0 ? 0 : recordsPerDevice * demand.devices(population, time);
        if (growthPerDeviceSecond == 0) {
            return records;
        }
        int day = Math.min(deviceSecondsKept.length - 2, (int) (time / STEP_SECONDS));
        double until = Math.min(endSeconds, (day + 1) * STEP_SECONDS);
        double part = (time - day * STEP_SECONDS) / (until - day * STEP_SECONDS);
        double kept = deviceSecondsKept[day] + part * (deviceSecondsKept[day + 1] - deviceSecondsKept[day]);
        return records + growthPerDeviceSecond * kept;
    }
}
