package dev.multisite.regulation.enforcement;

import java.util.List;

import dev.multisite.regulation.law.EnforcementTerms;

/**
 * Expected number of proceedings opened until a time under one reading of the law: complaints (a basic rate, plus a rate per
 * million records times publicity) and the authority's own start, while something is in breach.
 */
final class Intensity {

    private final double[] starts;
    private final boolean[] broken;
    private final double[] publicRates;

    /** Until the start of each segment: years in breach, and proceedings that depend on the number of records. */
    private final double[] brokenYears;

    private final double[] publicProceedings;
    private final double selfStartRate;
    private final EnforcementSettings settings;

    /** @param strictness the strict reading holds in a segment if its probability is above this number */
    Intensity(LawExposure exposure, EnforcementSettings settings, double strictness) {
        List<LawExposure.Segment> segments = exposure.segments();
        EnforcementTerms terms = exposure.terms();
        this.settings = settings;
        selfStartRate = terms.selfStartRatePerYear();
        starts = new double[segments.size()];
        broken = new boolean[segments.size()];
        publicRates = new double[segments.size()];
        for (int i = 0; i < starts.length; i++) {
            double records = breach(segments.get(i), strictness);
            starts[i] = segments.get(i).startYears();
            broken[i] = records > 0;
            publicRates[i] = terms.complaintsPerMillionPerYear() * records / 1e6;
        }
        brokenYears = new double[starts.length + 1];
        publicProceedings = new double[starts.length + 1];
        for (int i = 0; i < starts.length; i++) {
            double end = Math.max(starts[i], Math.min(end(i), settings.horizonYears()));
            brokenYears[i + 1] = brokenYears[i] + (broken[i] ? end - starts[i] : 0);
            publicProceedings[i + 1] = publicProceedings[i] + publicRates[i] * publicity(starts[i], end);
        }
    }

    static double breach(LawExposure.Segment segment, double strictness) {
        return segment.breachRecords() + (strictness < segment.pUncertain() ? segment.uncertainRecords() : 0);
    }

    /** @param basicRate basic complaints per year */
    double total(double basicRate) {
        return until(starts.length, basicRate);
    }

    private double until(int segment, double basicRate) {
        return (basicRate + selfStartRate) * brokenYears[segment] + publicProceedings[segment];
    }

    private double end(int segment) {
        return segment + 1 < starts.length ? starts[segment + 1] : Math.max(starts[segment], settings.horizonYears());
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
    double timeOf(double amount, double basicRate) {
        int low = 0;
        int high = starts.length - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (until(middle + 1, basicRate) > amount) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return within(low, amount - until(low, basicRate), broken[low] ? basicRate + selfStartRate : 0);
    }

    private double within(int segment, double rest, double rate) {
        if (publicRates[segment] == 0 || settings.spikes().isEmpty()) {
            return starts[segment] + rest / (rate + publicRates[segment]);
        }
        double low = starts[segment];
        double high = end(segment);
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            double expected =
                    rate * (middle - starts[segment]) + publicRates[segment] * publicity(starts[segment], middle);
            if (expected < rest) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
