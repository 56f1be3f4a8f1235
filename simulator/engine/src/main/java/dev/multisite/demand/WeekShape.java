package dev.multisite.demand;

import java.util.List;

import dev.multisite.scenario.ProfileSpec;
import dev.multisite.scenario.ServiceSpec;

/**
 * Requests per device and second over a local week that starts on Monday 00:00, scaled so that the mean of the week is
 * the service's request rate.
 */
final class WeekShape {

    static final int DAY_SECONDS = 86_400;
    static final int WEEK_SECONDS = 7 * DAY_SECONDS;

    private static final int HOUR_SECONDS = 3600;
    private static final int WEEKEND_STARTS = 5 * DAY_SECONDS;

    private final ProfileSpec profile;
    private final double weekend;
    private final double weekdayRate;

    private WeekShape(ProfileSpec profile, double weekend, double weekdayRate) {
        this.profile = profile;
        this.weekend = weekend;
        this.weekdayRate = weekdayRate;
    }

    static WeekShape of(ServiceSpec service) {
        double meanDayWeight = (5 + 2 * service.weekend()) / 7;
        double weekdayRate = service.requests().perSecond() / (meanDayWeight * meanWeight(service.profile()));
        return new WeekShape(service.profile(), service.weekend(), weekdayRate);
    }

    private static double meanWeight(ProfileSpec profile) {
        if (profile instanceof ProfileSpec.Hourly hourly) {
            return sum(hourly.weights()) / 24;
        }
        return 1;
    }

    private static double sum(List<Double> weights) {
        return weights.stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Whether the rate changes at all over a week. */
    boolean varies() {
        if (profile instanceof ProfileSpec.Hourly hourly) {
            return weekend != 1 || hourly.weights().stream().distinct().count() > 1;
        }
        return weekend != 1 || smooth();
    }

    /** Whether the rate changes within the hour. */
    boolean smooth() {
        return profile instanceof ProfileSpec.Sine sine && sine.amplitude() > 0;
    }

    /**
     * Returns the mean rate over an interval that lies within one local hour.
     *
     * @param weekSecond local second of the week at which it starts
     */
    double mean(int weekSecond, double lengthSeconds) {
        return dayWeight(weekSecond) * weekdayRate * hourMean(weekSecond % DAY_SECONDS, lengthSeconds);
    }

    /** Returns the change of a smooth rate over an interval that lies within one local hour. */
    double change(int weekSecond, double lengthSeconds) {
        if (profile instanceof ProfileSpec.Sine sine) {
            double start = weekSecond % DAY_SECONDS;
            double step = cosine(sine, start + lengthSeconds) - cosine(sine, start);
            return dayWeight(weekSecond) * weekdayRate * sine.amplitude() * step;
        }
        return 0;
    }

    private double dayWeight(int weekSecond) {
        return weekSecond >= WEEKEND_STARTS ? weekend : 1;
    }

    private double hourMean(int daySecond, double lengthSeconds) {
        if (profile instanceof ProfileSpec.Hourly hourly) {
            return hourly.weights().get(daySecond / HOUR_SECONDS);
        }
        if (profile instanceof ProfileSpec.Sine sine) {
            double half = StrictMath.PI * lengthSeconds / DAY_SECONDS;
            double damping = half == 0 ? 1 : StrictMath.sin(half) / half;
            return 1 + sine.amplitude() * damping * cosine(sine, daySecond + lengthSeconds / 2);
        }
        return 1;
    }

    private static double cosine(ProfileSpec.Sine sine, double daySecond) {
        return StrictMath.cos(2 * StrictMath.PI * (daySecond / DAY_SECONDS - sine.peakHour() / 24));
    }
}
