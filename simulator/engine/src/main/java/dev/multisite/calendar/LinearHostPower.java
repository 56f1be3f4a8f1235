package dev.multisite.calendar;

import org.cloudsimplus.hosts.Host;
import org.cloudsimplus.power.PowerMeasurement;
import org.cloudsimplus.power.models.PowerModelHostAbstract;

/**
 * Power between idle and peak in proportion to the utilisation: CloudSim Plus's {@code PowerModelHostSimple}, without its
 * refusal of hosts that draw less than a watt and without its NaN for a host that has failed.
 */
final class LinearHostPower extends PowerModelHostAbstract {

    private final double idleWatts;
    private final double peakWatts;

    LinearHostPower(double idleWatts, double peakWatts) {
        this.idleWatts = idleWatts;
        this.peakWatts = peakWatts;
    }

    @Override
    protected double getPowerInternal(double utilisation) {
        return idleWatts + (peakWatts - idleWatts) * utilisation;
    }

    @Override
    public PowerMeasurement getPowerMeasurement() {
        Host host = getHost();
        if (!host.isActive() || host.isFailed()) {
            return new PowerMeasurement();
        }
        return new PowerMeasurement(idleWatts, (peakWatts - idleWatts) * host.getCpuPercentUtilization());
    }
}
