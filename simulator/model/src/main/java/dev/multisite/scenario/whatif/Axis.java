package dev.multisite.scenario.whatif;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** A value of the base scenario that is varied. */
public sealed interface Axis {

    /** Returns the path of the value in the scenario, e.g. {@code sites.india.hosts}. */
    String path();

    /** Returns where the what-if file names it, e.g. {@code whatif.yaml:4:3}. */
    String origin();

    /**
     * Returns the value below which the share {@code u} of the axis lies.
     *
     * @param u between 0 and 1, 1 excluded
     */
    Level at(double u);

    /** A few values, all equally likely where a design draws them. */
    record Listed(String path, String origin, List<Level> levels) implements Axis {
        public Listed {
            levels = List.copyOf(levels);
        }

        @Override
        public Level at(double u) {
            return levels.get(Math.min(levels.size() - 1, (int) (u * levels.size())));
        }
    }

    /**
     * A distribution of values.
     *
     * @param unit unit behind the number, as in the file; may be empty
     */
    record Spread(String path, String origin, Distribution distribution, String unit) implements Axis {
        private static final MathContext SIX_DIGITS = new MathContext(6);

        /** Values are rounded to six significant digits, so that results name exactly what was simulated. */
        @Override
        public Level at(double u) {
            String number = new BigDecimal(distribution.quantile(u))
                    .round(SIX_DIGITS)
                    .stripTrailingZeros()
                    .toPlainString();
            return new Level(number + unit, number + unit, origin);
        }
    }
}
