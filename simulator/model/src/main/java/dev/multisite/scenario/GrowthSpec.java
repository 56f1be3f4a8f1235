package dev.multisite.scenario;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.multisite.units.Rate;

/** How the installed base of a population grows after its launch, churn aside. */
public sealed interface GrowthSpec {

    /** Stays as it is. */
    record None() implements GrowthSpec {}

    /** So many new devices per unit of time. */
    record Linear(Rate newDevices) implements GrowthSpec {}

    /**
     * Effective annual growth.
     *
     * @param perYear 0.4: after a year 1.4 times as many
     */
    record Exponential(double perYear) implements GrowthSpec {}

    /**
     * Bass diffusion (Bass 1969).
     *
     * @param market devices in the end
     * @param p coefficient of innovation per year
     * @param q coefficient of imitation per year
     */
    record Bass(double market, double p, double q) implements GrowthSpec {}

    /** Linear between the points, constant after the last; before the first, linear from the installed base. */
    record Points(SortedMap<Instant, Double> devices) implements GrowthSpec {
        public Points {
            devices = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(devices));
        }
    }
}
