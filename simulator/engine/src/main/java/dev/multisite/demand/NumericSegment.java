package dev.multisite.demand;

/**
 * An installed base without a closed form (diffusion with churn, recovering trust), integrated by the classical
 * Runge-Kutta method with steps of at most six hours and read off by cubic Hermite interpolation. With rates that change
 * over weeks or longer the relative error is below 1e-10.
 */
final class NumericSegment implements BaseSegment {

    private static final double STEP_SECONDS = 6 * 3600;

    private final double stepSeconds;
    private final double[] devices;
    private final double[] slope;
    private final double[] adopters;
    private final double[] integral;

    /** Flows as a function of time and state. */
    interface Flow {
        /** Returns the net change of the devices per second. */
        double devicesSlope(double seconds, double devices, double adopters);

        /** Returns the change of the adopters per second. */
        double adoptersSlope(double seconds, double adopters);
    }

    NumericSegment(double devicesAtStart, double adoptersAtStart, double lengthSeconds, Flow flow) {
        int steps = Math.max(1, (int) Math.ceil(lengthSeconds / STEP_SECONDS));
        stepSeconds = lengthSeconds / steps;
        devices = new double[steps + 1];
        slope = new double[steps + 1];
        adopters = new double[steps + 1];
        integral = new double[steps + 1];
        devices[0] = devicesAtStart;
        adopters[0] = adoptersAtStart;
        slope[0] = flow.devicesSlope(0, devicesAtStart, adoptersAtStart);
        for (int i = 0; i < steps; i++) {
            step(i, flow);
        }
    }

    private void step(int i, Flow flow) {
        double h = stepSeconds;
        double t = i * h;
        double n = devices[i];
        double a = adopters[i];
        double kn1 = slope[i];
        double ka1 = flow.adoptersSlope(t, a);
        double kn2 = flow.devicesSlope(t + h / 2, n + h / 2 * kn1, a + h / 2 * ka1);
        double ka2 = flow.adoptersSlope(t + h / 2, a + h / 2 * ka1);
        double kn3 = flow.devicesSlope(t + h / 2, n + h / 2 * kn2, a + h / 2 * ka2);
        double ka3 = flow.adoptersSlope(t + h / 2, a + h / 2 * ka2);
        double kn4 = flow.devicesSlope(t + h, n + h * kn3, a + h * ka3);
        double ka4 = flow.adoptersSlope(t + h, a + h * ka3);
        devices[i + 1] = Math.max(0, n + h / 6 * (kn1 + 2 * kn2 + 2 * kn3 + kn4));
        adopters[i + 1] = a + h / 6 * (ka1 + 2 * ka2 + 2 * ka3 + ka4);
        slope[i + 1] = flow.devicesSlope(t + h, devices[i + 1], adopters[i + 1]);
        integral[i + 1] = integral[i] + integralWithin(i, h);
    }

    @Override
    public double devices(double seconds) {
        int i = stepAt(seconds);
        double x = seconds / stepSeconds - i;
        double rise = devices[i + 1] - devices[i];
        double from = slope[i] * stepSeconds;
        double to = slope[i + 1] * stepSeconds;
        return devices[i] + x * (from + x * (3 * rise - 2 * from - to + x * (from + to - 2 * rise)));
    }

    @Override
    public double deviceSeconds(double seconds) {
        int i = stepAt(seconds);
        return integral[i] + integralWithin(i, seconds - i * stepSeconds);
    }

    @Override
    public double adopters(double seconds, double adoptersAtStart) {
        int i = stepAt(seconds);
        double x = seconds / stepSeconds - i;
        return adopters[i] + x * (adopters[i + 1] - adopters[i]);
    }

    private double integralWithin(int i, double seconds) {
        double x = seconds / stepSeconds;
        double rise = devices[i + 1] - devices[i];
        double from = slope[i] * stepSeconds;
        double to = slope[i + 1] * stepSeconds;
        double cubic = (3 * rise - 2 * from - to) / 3 + x * (from + to - 2 * rise) / 4;
        return seconds * (devices[i] + x * (from / 2 + x * cubic));
    }

    private int stepAt(double seconds) {
        return Math.max(0, Math.min(devices.length - 2, (int) (seconds / stepSeconds)));
    }
}
