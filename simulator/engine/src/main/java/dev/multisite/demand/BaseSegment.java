package dev.multisite.demand;

/** The installed base between two instants at which something changes. Times are seconds since the segment's start. */
interface BaseSegment {

    /** Returns the devices {@code seconds} after the start of the segment. */
    double devices(double seconds);

    /** Returns the integral of the devices over the first {@code seconds} of the segment, in device-seconds. */
    double deviceSeconds(double seconds);

    /** Returns the devices ever added by diffusion, where the growth model keeps count; otherwise {@code adoptersAtStart}. */
    default double adopters(double seconds, double adoptersAtStart) {
        return adoptersAtStart;
    }
}
