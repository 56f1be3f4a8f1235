package dev.multisite.whatif;

import org.apache.commons.math3.random.SobolSequenceGenerator;

import dev.multisite.random.RandomStreams;
import dev.multisite.random.UniformSource;
import dev.multisite.scenario.whatif.Design;
import dev.multisite.scenario.whatif.WhatIf;

/** Where the points of a design lie in the unit cube, one coordinate per axis. */
interface UnitSample {

    /** Returns a coordinate, at least 0 and below 1. */
    double at(int index, int axis);

    /** Returns the sample of a design; random designs follow from the seed and the names of the axes. */
    static UnitSample of(WhatIf whatIf, long seed) {
        Design design = whatIf.design();
        if (design instanceof Design.Random) {
            return (index, axis) -> uniform(whatIf, seed, axis, index);
        }
        if (design instanceof Design.LatinHypercube hypercube) {
            return latinHypercube(whatIf, seed, hypercube.points());
        }
        if (design instanceof Design.Sobol sobol) {
            return sobol(sobol.points(), whatIf.axes().size(), seed);
        }
        if (design instanceof Design.Saltelli saltelli) {
            return saltelli(saltelli.base(), whatIf.axes().size(), seed);
        }
        return (index, axis) -> 0;
    }

    private static double uniform(WhatIf whatIf, long seed, int axis, int index) {
        long key = new RandomStreams(seed, 0)
                .key("what-if", whatIf.axes().get(axis).path(), index);
        return new UniformSource(key).next();
    }

    /** McKay, Beckman and Conover 1979: a random permutation of the strata per axis, a random place in each stratum. */
    private static UnitSample latinHypercube(WhatIf whatIf, long seed, int points) {
        int[][] strata = new int[whatIf.axes().size()][];
        for (int axis = 0; axis < strata.length; axis++) {
            long key = new RandomStreams(seed, 0)
                    .key("what-if-strata", whatIf.axes().get(axis).path());
            strata[axis] = permutation(points, new UniformSource(key));
        }
        return (index, axis) ->
                Math.min(Math.nextDown(1.0), (strata[axis][index] + uniform(whatIf, seed, axis, index)) / points);
    }

    private static int[] permutation(int size, UniformSource random) {
        int[] values = new int[size];
        for (int i = 0; i < size; i++) {
            int other = (int) (random.next() * (i + 1));
            values[i] = values[other];
            values[other] = i;
        }
        return values;
    }

    /**
     * The first points of a Sobol sequence (direction numbers of Joe and Kuo 2008), shifted digitally: each coordinate's
     * bits are flipped by the same random bits, which keeps the balance and makes the sample unbiased.
     */
    private static UnitSample sobol(int points, int dimensions, long seed) {
        SobolSequenceGenerator sequence = new SobolSequenceGenerator(dimensions);
        double[][] sample = new double[points][];
        for (int i = 0; i < points; i++) {
            sample[i] = sequence.nextVector();
            for (int d = 0; d < dimensions; d++) {
                long shift = new RandomStreams(seed, 0).key("what-if-shift", "", d) >>> 12;
                sample[i][d] = ((((long) (sample[i][d] * 0x1p52)) ^ shift) + 0.5) * 0x1p-52;
            }
        }
        return (index, axis) -> sample[index][axis];
    }

    /** Point {@code i * (k + 2) + j} is A (j = 0), B (j = 1) or A with axis {@code j - 2} taken from B. */
    private static UnitSample saltelli(int base, int axes, long seed) {
        UnitSample both = sobol(base, 2 * axes, seed);
        return (index, axis) -> {
            int kind = index % (axes + 2);
            boolean second = kind == 1 || kind == axis + 2;
            return both.at(index / (axes + 2), second ? axes + axis : axis);
        };
    }
}
