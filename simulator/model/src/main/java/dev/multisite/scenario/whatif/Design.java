package dev.multisite.scenario.whatif;

/** Which combinations of values are simulated. */
public sealed interface Design {

    /** Returns the word of what-if files. */
    String key();

    /** Every combination of the listed values; the last axis changes fastest. */
    record Grid() implements Design {
        @Override
        public String key() {
            return "grid";
        }
    }

    /** The base scenario, then every value of every axis alone. */
    record OneAtATime() implements Design {
        @Override
        public String key() {
            return "one-at-a-time";
        }
    }

    /** {@code points} independent draws. */
    record Random(int points) implements Design {
        @Override
        public String key() {
            return "random";
        }
    }

    /** {@code points} draws such that each axis has one in each of {@code points} equal strata. */
    record LatinHypercube(int points) implements Design {
        @Override
        public String key() {
            return "latin-hypercube";
        }
    }

    /** The first {@code points} points, a power of two, of a digitally shifted Sobol sequence. */
    record Sobol(int points) implements Design {
        @Override
        public String key() {
            return "sobol";
        }
    }

    /**
     * Saltelli's design for Sobol indices: two Sobol samples of {@code base} points and, per axis, the first with that
     * axis taken from the second; {@code base * (axes + 2)} points.
     */
    record Saltelli(int base) implements Design {
        @Override
        public String key() {
            return "saltelli";
        }
    }
}
