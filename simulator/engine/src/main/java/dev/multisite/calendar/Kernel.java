package dev.multisite.calendar;

import org.cloudsimplus.core.CloudSimPlus;

/**
 * The CloudSim Plus kernel. It writes its clock into messages about every host that starts, whether or not anybody reads
 * them; formatted for people that took half the time of a calendar with large sites.
 */
final class Kernel extends CloudSimPlus {

    Kernel(double minTimeBetweenEvents) {
        super(minTimeBetweenEvents);
    }

    @Override
    public String clockStr() {
        return Double.toString(clock());
    }
}
