package dev.multisite.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

import dev.multisite.statistics.Estimate;

/**
 * Finds where along a value a condition begins or ceases to hold, by bisection. Common random numbers make the figure a
 * function of the value; the condition must turn at most once in the range, which is checked on every value tried.
 *
 * <p>Three turns are sought: of the figure itself, and of both ends of its interval. Between the latter two the data do not
 * tell whether the condition holds.
 */
public final class BreakEven {
    private static final double TOLERANCE = 0.01;

    private final double low;
    private final double high;
    private final boolean whole;
    private final Condition condition;
    private final Figures figures;
    private final TreeMap<Double, Estimate> tried = new TreeMap<>();

    private BreakEven(double low, double high, boolean whole, Condition condition, Figures figures) {
        this.low = low;
        this.high = high;
        this.whole = whole;
        this.condition = condition;
        this.figures = figures;
    }

    /** Simulates the figure at a value. */
    public interface Figures {
        Estimate at(double value) throws InterruptedException;
    }

    /** A value that was tried, and the figure there. */
    public record Step(double value, Estimate figure) {}

    /** Where the condition turns. */
    public enum Turn {
        /** It holds everywhere in the range. */
        ALWAYS,
        /** It holds nowhere in the range. */
        NEVER,
        /** It holds from a value on. */
        FROM,
        /** It holds up to a value. */
        UP_TO
    }

    /**
     * What the search found.
     *
     * @param value last value tried at which the condition holds, at the turn; NaN for {@code ALWAYS} and {@code NEVER}
     * @param certain value from which, away from the turn, the whole interval keeps the condition; NaN if none does
     * @param excluded value from which, away from the turn, the whole interval breaks it; NaN if none does
     * @param monotone whether the values tried agree with a single turn
     * @param steps values tried, in ascending order
     */
    public record Answer(Turn turn, double value, double certain, double excluded, boolean monotone, List<Step> steps) {
        public Answer {
            steps = List.copyOf(steps);
        }
    }

    /**
     * Searches between {@code low} and {@code high}.
     *
     * @param whole whether only whole numbers are tried; otherwise the turn is found to 1 % of the range
     */
    public static Answer search(double low, double high, boolean whole, Condition condition, Figures figures)
            throws InterruptedException {
        return new BreakEven(low, high, whole, condition, figures).search();
    }

    private Answer search() throws InterruptedException {
        boolean atLow = margin(low, Estimate::value) >= 0;
        boolean atHigh = margin(high, Estimate::value) >= 0;
        Turn turn = atLow == atHigh ? (atLow ? Turn.ALWAYS : Turn.NEVER) : atHigh ? Turn.FROM : Turn.UP_TO;
        double value = Double.NaN;
        if (atLow != atHigh) {
            value = side(turn(Estimate::value), atHigh);
        }
        double certain = edge(this::worst, true);
        double excluded = edge(this::best, false);
        return new Answer(turn, value, certain, excluded, isMonotone(), steps());
    }

    /** The end of the interval that keeps the condition least. */
    private double worst(Estimate estimate) {
        return condition.atMost() ? estimate.high() : estimate.low();
    }

    private double best(Estimate estimate) {
        return condition.atMost() ? estimate.low() : estimate.high();
    }

    /** Returns where an end of the interval turns: the last value with {@code kept}; NaN if it never turns or has no ends. */
    private double edge(ToDoubleFunction<Estimate> end, boolean kept) throws InterruptedException {
        boolean atLow = margin(low, end) >= 0;
        boolean atHigh = margin(high, end) >= 0;
        if (atLow == atHigh || Double.isNaN(margin(low, end)) || Double.isNaN(margin(high, end))) {
            return Double.NaN;
        }
        return side(turn(end), atHigh == kept);
    }

    private static double side(double[] bracket, boolean upper) {
        return bracket[upper ? 1 : 0];
    }

    /** Returns two neighbouring values between which the sign of the margin changes. */
    private double[] turn(ToDoubleFunction<Estimate> end) throws InterruptedException {
        boolean atLow = margin(low, end) >= 0;
        double below = low;
        double above = high;
        for (Map.Entry<Double, Estimate> entry : tried.entrySet()) {
            if (condition.margin(end.applyAsDouble(entry.getValue())) >= 0 == atLow) {
                below = Math.max(below, entry.getKey());
            } else {
                above = Math.min(above, entry.getKey());
            }
        }
        below = Math.min(below, tried.lowerKey(above));
        while (!isNarrow(below, above)) {
            double middle = whole ? Math.floor((below + above) / 2) : (below + above) / 2;
            if (margin(middle, end) >= 0 == atLow) {
                below = middle;
            } else {
                above = middle;
            }
        }
        return new double[] {below, above};
    }

    private boolean isNarrow(double below, double above) {
        return above - below <= (whole ? 1 : TOLERANCE * (high - low));
    }

    private double margin(double value, ToDoubleFunction<Estimate> end) throws InterruptedException {
        Estimate estimate = tried.get(value);
        if (estimate == null) {
            estimate = figures.at(value);
            tried.put(value, estimate);
        }
        return condition.margin(end.applyAsDouble(estimate));
    }

    private boolean isMonotone() {
        int turns = 0;
        boolean last = false;
        boolean first = true;
        for (Estimate estimate : tried.values()) {
            boolean kept = condition.margin(estimate.value()) >= 0;
            turns += !first && kept != last ? 1 : 0;
            last = kept;
            first = false;
        }
        return turns <= 1;
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        tried.forEach((value, estimate) -> steps.add(new Step(value, estimate)));
        return steps;
    }
}
