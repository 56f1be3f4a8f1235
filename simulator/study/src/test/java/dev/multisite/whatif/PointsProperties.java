package dev.multisite.whatif;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import dev.multisite.scenario.whatif.Axis;
import dev.multisite.scenario.whatif.Design;
import dev.multisite.scenario.whatif.Distribution;
import dev.multisite.scenario.whatif.Level;
import dev.multisite.scenario.whatif.WhatIf;
import dev.multisite.scenario.yaml.BaseScenario;

import static org.assertj.core.api.Assertions.assertThat;

class PointsProperties {
    private static final BaseScenario BASE = base();

    private static BaseScenario base() {
        try {
            Path folder = Files.createTempDirectory("points");
            BaseScenario base = TinySweep.read(folder, TinySweep.GRID).base();
            for (String name : List.of("base.yaml", "asked.yaml")) {
                Files.delete(folder.resolve(name));
            }
            Files.delete(folder);
            return base;
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private static WhatIf whatIf(Design design, Axis... axes) {
        return new WhatIf("x", "base.yaml", List.of(axes), design, List.of("cost"));
    }

    private static Axis spread(String path) {
        return new Axis.Spread(path, "", new Distribution.Uniform(0, 1000), "");
    }

    private static Axis listed(String path, int levels) {
        return new Axis.Listed(
                path,
                "",
                java.util.stream.IntStream.range(0, levels)
                        .mapToObj(i -> new Level("l" + i, "" + i, ""))
                        .toList());
    }

    @Property(tries = 30)
    void aLatinHypercubeHasOnePointInEachStratumOfEachAxis(
            @ForAll @IntRange(min = 2, max = 200) int size,
            @ForAll @IntRange(min = 1, max = 5) int axes,
            @ForAll long seed) {
        Axis[] spreads = new Axis[axes];
        for (int i = 0; i < axes; i++) {
            spreads[i] = spread("axis." + i);
        }
        UnitSample sample = UnitSample.of(whatIf(new Design.LatinHypercube(size), spreads), seed);
        for (int axis = 0; axis < axes; axis++) {
            Set<Integer> strata = new HashSet<>();
            for (int point = 0; point < size; point++) {
                strata.add((int) (sample.at(point, axis) * size));
            }
            assertThat(strata).hasSize(size).allMatch(stratum -> stratum >= 0 && stratum < size);
        }
    }

    @Property(tries = 30)
    void aShiftedSobolSampleStaysBalanced(
            @ForAll @IntRange(min = 1, max = 8) int exponent,
            @ForAll @IntRange(min = 2, max = 6) int axes,
            @ForAll long seed) {
        int size = 1 << exponent;
        Axis[] spreads = new Axis[axes];
        for (int i = 0; i < axes; i++) {
            spreads[i] = spread("axis." + i);
        }
        UnitSample sample = UnitSample.of(whatIf(new Design.Sobol(size), spreads), seed);
        for (int axis = 0; axis < axes; axis++) {
            Set<Integer> cells = new HashSet<>();
            for (int point = 0; point < size; point++) {
                cells.add((int) (sample.at(point, axis) * size));
            }
            assertThat(cells).hasSize(size);
        }
        assertThat(quarters(sample, size)).hasSize(Math.min(size, 4));
    }

    /** The first two dimensions form a (0, m, 2)-net: each quarter of the square holds a quarter of the points. */
    private static Set<Integer> quarters(UnitSample sample, int size) {
        int[] counts = new int[4];
        Set<Integer> used = new HashSet<>();
        for (int point = 0; point < size; point++) {
            int quarter = (((int) (sample.at(point, 0) * 2)) * 2) + ((int) (sample.at(point, 1) * 2));
            counts[quarter]++;
            used.add(quarter);
        }
        if (size >= 4) {
            assertThat(counts).containsOnly(size / 4);
        }
        return used;
    }

    @Property(tries = 20)
    void aGridHasEveryCombinationOnceAndItsLastAxisChangesFastest(
            @ForAll @IntRange(min = 1, max = 6) int first, @ForAll @IntRange(min = 2, max = 6) int second) {
        Points points =
                Points.of(whatIf(new Design.Grid(), listed("title", first), listed("description", second)), BASE);

        assertThat(points.size()).isEqualTo(first * second);
        for (int number = 1; number <= points.size(); number++) {
            assertThat(points.get(number).labels())
                    .containsExactly("l" + (number - 1) / second, "l" + (number - 1) % second);
        }
    }

    @Property(tries = 20)
    void saltelliPointsTakeOneAxisFromTheSecondSample(
            @ForAll @IntRange(min = 1, max = 5) int axes, @ForAll @IntRange(min = 1, max = 5) int exponent) {
        Axis[] spreads = new Axis[axes];
        for (int i = 0; i < axes; i++) {
            spreads[i] = spread("axis." + i);
        }
        int base = 1 << exponent;
        UnitSample sample = UnitSample.of(whatIf(new Design.Saltelli(base), spreads), 3);
        for (int i = 0; i < base; i++) {
            int begin = i * (axes + 2);
            for (int changed = 0; changed < axes; changed++) {
                for (int axis = 0; axis < axes; axis++) {
                    int origin = axis == changed ? begin + 1 : begin;
                    assertThat(sample.at(begin + 2 + changed, axis)).isEqualTo(sample.at(origin, axis));
                }
            }
        }
    }

    @Property(tries = 20)
    void drawsDependOnTheAxisAloneAndNotOnItsNeighbours(@ForAll long seed) {
        UnitSample alone = UnitSample.of(whatIf(new Design.Random(5), spread("b")), seed);
        UnitSample second = UnitSample.of(whatIf(new Design.Random(5), spread("a"), spread("b")), seed);
        for (int point = 0; point < 5; point++) {
            assertThat(second.at(point, 1)).isEqualTo(alone.at(point, 0));
            assertThat(second.at(point, 0)).isNotEqualTo(second.at(point, 1));
        }
    }
}
