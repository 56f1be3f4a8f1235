package dev.multisite.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

import org.junit.jupiter.api.Test;

import dev.multisite.scenario.whatif.Axis;
import dev.multisite.scenario.whatif.Design;
import dev.multisite.scenario.whatif.Distribution;
import dev.multisite.scenario.whatif.WhatIf;
import dev.multisite.statistics.Estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SensitivityTest {

    /** Ishigami and Homma 1990 with a = 7, b = 0.1: the textbook case with known indices. */
    private static double ishigami(double[] u) {
        double[] x = new double[3];
        for (int i = 0; i < 3; i++) {
            x[i] = StrictMath.PI * (2 * u[i] - 1);
        }
        double sin = StrictMath.sin(x[1]);
        return StrictMath.sin(x[0]) + 7 * sin * sin + 0.1 * StrictMath.pow(x[2], 4) * StrictMath.sin(x[0]);
    }

    private static double[] values(int base, int axes, ToDoubleFunction<double[]> function) {
        List<Axis> all = new ArrayList<>();
        for (int i = 0; i < axes; i++) {
            all.add(new Axis.Spread("axis." + i, "", new Distribution.Uniform(0, 1), ""));
        }
        WhatIf whatIf = new WhatIf("x", "b", all, new Design.Saltelli(base), List.of("cost"));
        UnitSample sample = UnitSample.of(whatIf, 11);
        double[] values = new double[(int) whatIf.points()];
        for (int i = 0; i < values.length; i++) {
            double[] u = new double[axes];
            for (int axis = 0; axis < axes; axis++) {
                u[axis] = sample.at(i, axis);
            }
            values[i] = function.applyAsDouble(u);
        }
        return values;
    }

    @Test
    void sobolIndicesOfTheIshigamiFunctionAreThoseOfTheTextbook() {
        SobolIndices indices = new SobolIndices(values(1024, 3, SensitivityTest::ishigami), 3, 1);
        double[] first = {0.3139, 0.4424, 0};
        double[] total = {0.5576, 0.4424, 0.2437};
        for (int i = 0; i < 3; i++) {
            assertThat(indices.firstOrder(i).value()).isCloseTo(first[i], within(0.03));
            assertThat(indices.total(i).value()).isCloseTo(total[i], within(0.03));
            assertHolds(indices.firstOrder(i), first[i]);
            assertHolds(indices.total(i), total[i]);
        }
    }

    private static void assertHolds(Estimate estimate, double truth) {
        assertThat(estimate.low()).isLessThanOrEqualTo(truth);
        assertThat(estimate.high()).isGreaterThanOrEqualTo(truth);
    }

    @Test
    void anOffsetChangesNoIndexAndFailedPointsAreLeftOut() {
        double[] values = values(256, 2, u -> 3 * u[0] + u[1]);
        double[] shifted = values.clone();
        for (int i = 0; i < shifted.length; i++) {
            shifted[i] += 1e6;
        }
        shifted[6] = Double.NaN;

        SobolIndices indices = new SobolIndices(shifted, 2, 1);
        assertThat(indices.firstOrder(0).value()).isCloseTo(0.9, within(0.03));
        assertThat(indices.total(1).value()).isCloseTo(0.1, within(0.01));
        assertThat(indices.total(1).observations()).isEqualTo(255);
    }

    @Test
    void aFigureThatNeverMovesHasNoIndices() {
        SobolIndices indices = new SobolIndices(values(8, 2, u -> 4.0), 2, 1);
        assertThat(indices.firstOrder(0)).isEqualTo(Estimate.none());
    }

    @Test
    void pairingRemovesWhatReplicationsHaveInCommon() {
        PairedEffects effects = new PairedEffects(1);
        effects.add(0, "low", new double[] {10, 500, 90});
        effects.add(0, "middle", new double[] {12, 503, 91});
        effects.add(0, "high", new double[] {15, 505, 95});

        Swing swing = effects.swing(0);
        assertThat(swing.from()).isEqualTo("low");
        assertThat(swing.to()).isEqualTo("high");
        assertThat(swing.value().value()).isEqualTo(5);
        assertThat(swing.value().halfWidth()).isZero();
    }

    @Test
    void anEffectInARandomDesignIsThatOfTheRangesOfItsAxis() {
        Axis axis = new Axis.Spread("a", "", new Distribution.Uniform(0, 100), "ms");
        SampledEffects effects = new SampledEffects(1);
        for (int i = 0; i < 1000; i++) {
            double place = (i + 0.5) / 1000;
            effects.add(0, axis, place, 100 * place);
        }

        Swing swing = effects.swing(0, axis);
        assertThat(swing.from()).isEqualTo("0ms..20ms");
        assertThat(swing.to()).isEqualTo("80ms..100ms");
        assertThat(swing.value().value()).isCloseTo(80, within(1e-9));
        assertHolds(swing.value(), 80);
    }
}
