package dev.multisite.regulation.enforcement;

import java.util.List;

import dev.multisite.regulation.law.EnforcementTerms;

/**
 * Expected number of proceedings opened until a time: complaints (a basic rate, plus a rate per million records times
 * publicity) and the authority's own start, while something is in breach.
 */
final class Intensity {

    private final double[] starts;
    private final double[] baseRates;
    private final double[] publicRates;
    private final double[] cumulative;
    private final EnforcementSettings settings;

    /**
     * Builds it for one reading of the law.
     *
     * @param basicRate basic complaints per year
     * @param strictness the strict reading holds in a segment if its probability is above this number
     */
    Intensity(LawExposure exposure, EnforcementSettings settings, double basicRate, double strictness) {
        List<LawExposure.Segment> segments = exposure.segments();
        EnforcementTerms terms = exposure.terms();
        this.settings = settings;
        starts = new double[segments.size()];
        baseRates = new double[segments.size()];
        publicRates = new double[segments.size()];
        cumulative = new double[segments.size() + 1];
        for (int i = 0; i < starts.length; i++) {
            LawExposure.Segment segment = segments.get(i);
            double records = breach(segment, strictness);
            starts[i] = segment.startYears();
            baseRates[i] = records > 0 ? basicRate + terms.selfStartRatePerYear() : 0;
            publicRates[i] = terms.complaintsPerMillionPerYear() * records / 1e6;
        }
        for (int i = 0; i < starts.length; i++) {
            cumulative[i + 1] = cumulative[i] + within(i, end(i));
        }
    }

    static double breach(LawExposure.Segment segment, double strictness) {
        return segment.breachRecords() + (strictness < segment.pUncertain() ? segment.uncertainRecords() : 0);
    }

    double total() {
        return cumulative[starts.length];
    }

    private double end(int segment) {
        return segment + 1 < starts.length ? starts[segment + 1] : Math.max(starts[segment], settings.horizonYears());
    }

    /** Returns the expected number between the start of a segment and {@code time} inside it. */
    private double within(int segment, double time) {
        double duration = Math.max(0, Math.min(time, settings.horizonYears()) - starts[segment]);
        return baseRates[segment] * duration
                + publicRates[segment] * publicity(starts[segment], starts[segment] + duration);
    }

    /** Returns the integral of publicity: 1, plus spikes that decay exponentially. */
    private double publicity(double from, double to) {
        double integral = to - from;
        for (EnforcementSettings.Spike spike : settings.spikes()) {
            double start = Math.max(from, spike.atYears());
            if (to > start) {
                double tau = settings.publicityDecayYears();
                integral += spike.size()
                        * tau
                        * (StrictMath.exp(-(start - spike.atYears()) / tau)
                                - StrictMath.exp(-(to - spike.atYears()) / tau));
            }
        }
        return integral;
    }

    /** Returns the time until which {@code amount} proceedings are expected; {@code amount} is below {@link #total}. */
    double timeOf(double amount) {
        int segment = 0;
        while (cumulative[segment + 1] <= amount) {
            segment++;
        }
        double rest = amount - cumulative[segment];
        if (publicRates[segment] == 0 || settings.spikes().isEmpty()) {
            return starts[segment] + rest / (baseRates[segment] + publicRates[segment]);
        }
        double low = starts[segment];
        double high = end(segment);
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (within(segment, middle) < rest) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
