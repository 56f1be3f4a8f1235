package dev.multisite.validation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * What a change of the scenario may change in the results, on generated scenarios through the whole program. What must be
 * the same is compared byte by byte or to the last digit: the draws are the same.
 */
class MetamorphicTest {

    @TempDir
    private Path folder;

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 2);
    }

    static IntStream moreSeeds() {
        return IntStream.rangeClosed(3, 30);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void changesHaveTheEffectsTheyMayHave(int seed) {
        judge(seed);
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("moreSeeds")
    void changesHaveTheEffectsTheyMayHaveInMoreScenarios(int seed) {
        judge(seed);
    }

    private void judge(int seed) {
        Program program = new Program(folder);
        Path base = program.run(Draft.random(seed).yaml());
        orderDoesNotMatter(seed, program, base);
        unusedSitesAndOtherArchitecturesChangeNothing(seed, program, base);
        unitsOfLiteralsDoNotMatter(seed, program, base);
        moreReplicationsContinueTheFirst(seed, program, base);
        aLongerWayAddsItsTime(seed, program);
        moreCoresNeverLengthenWaits(seed, program);
        aSecondSiteNeverLowersAvailability(seed, program);
        halvesOfAPopulationAreThePopulation(seed, program, base);
    }

    private static void orderDoesNotMatter(int seed, Program program, Path base) {
        Draft draft = Draft.random(seed);
        Collections.reverse(draft.populations);
        Collections.reverse(draft.sites);
        Collections.reverse(draft.rtts);
        assertSame(Program.figures(program.run(draft.yaml())), Program.figures(base), 1e-9, "reversed order");
    }

    private static void unusedSitesAndOtherArchitecturesChangeNothing(int seed, Program program, Path base) {
        Draft draft = Draft.random(seed);
        draft.sites.add(new Draft.Site("unused", 3, ", outages: {mttf: 20min, repair: 5min}"));
        draft.architectures.add("twin");
        Map<String, Double> figures = new TreeMap<>(Program.figures(program.run(draft.yaml())));
        figures.keySet().removeIf(key -> key.startsWith("twin ") || key.contains("|unused|"));
        Map<String, Double> alone = new TreeMap<>(Program.figures(base));
        // Capital of a site that nobody uses is spent all the same, and it has an availability.
        figures.keySet().removeIf(MetamorphicTest::isSumOverSites);
        alone.keySet().removeIf(MetamorphicTest::isSumOverSites);
        assertSame(figures, alone, 0, "an unused site and a twin");
    }

    private static boolean isSumOverSites(String key) {
        return key.contains("[|||]")
                && key.matches(".*(cost|cost-per-device-year|energy|carbon|utilisation|utilisation-peak)");
    }

    private static void unitsOfLiteralsDoNotMatter(int seed, Program program, Path base) {
        String other = Draft.random(seed)
                .yaml()
                .replace("40min", "2400s")
                .replace("1min", "60000ms")
                .replace("500ms", "0.5s")
                .replace("requests: 1/s", "requests: 3600/h");
        Path results = program.run(other);
        for (String file : Program.FILES) {
            assertThat(Program.text(results, file)).as(file).isEqualTo(Program.text(base, file));
        }
    }

    private static void moreReplicationsContinueTheFirst(int seed, Program program, Path base) {
        Draft draft = Draft.random(seed);
        draft.replications = 6;
        Map<String, Double> longer = new TreeMap<>(Program.figures(program.run(draft.yaml())));
        longer.keySet().retainAll(Program.figures(base).keySet());
        assertSame(longer, Program.figures(base), 0, "six replications instead of four");
    }

    /** Without timeouts, which a longer way would meet sooner; the queue sees the same arrivals, shifted by half of it. */
    private static void aLongerWayAddsItsTime(int seed, Program program) {
        Draft draft = calm(seed);
        Map<String, Double> near = Program.figures(program.run(draft.yaml()));
        draft.extraRttMillis = 10;
        Map<String, Double> far = Program.figures(program.run(draft.yaml()));
        near.forEach((key, value) -> {
            if (value.isNaN()) {
                assertThat(far.get(key)).as(key).isNaN();
            } else if (key.endsWith("latency-mean")) {
                assertThat(far.get(key)).as(key).isCloseTo(value + 10, within(1e-6 * value));
            } else if (key.contains("latency-p")) {
                assertThat(far.get(key)).as(key).isCloseTo(value + 10, within(2e-3 * (value + 10)));
            } else if (key.contains("wait-mean")) {
                assertThat(far.get(key)).as(key).isCloseTo(value, within(1e-6 * (1 + value)));
            }
        });
    }

    private static void moreCoresNeverLengthenWaits(int seed, Program program) {
        Draft draft = calm(seed);
        Map<String, Double> few = Program.figures(program.run(draft.yaml()));
        draft.sites.replaceAll(site -> new Draft.Site(site.name(), site.cores() + 1, site.failures()));
        Map<String, Double> more = Program.figures(program.run(draft.yaml()));
        few.forEach((key, value) -> {
            if (key.matches(".* wait-.*|.* latency-p?.*") && !value.isNaN()) {
                assertThat(more.get(key)).as(key).isLessThanOrEqualTo(value * (1 + 1e-12));
            }
        });
    }

    private static void aSecondSiteNeverLowersAvailability(int seed, Program program) {
        Draft draft = Draft.random(seed);
        Map<String, Double> all = Program.figures(program.run(draft.yaml()));
        draft.populations.replaceAll(
                population -> new Draft.Population(population.name(), population.devices(), "site-0"));
        Map<String, Double> one = Program.figures(program.run(draft.yaml()));
        one.forEach((key, value) -> {
            if (key.endsWith("] availability") && !value.isNaN()) {
                assertThat(all.get(key)).as(key).isGreaterThanOrEqualTo(value - 1e-12);
            }
        });
    }

    /** Availability follows from the calendar, so it is the same; demand has the same mean with other draws. */
    private static void halvesOfAPopulationAreThePopulation(int seed, Program program, Path base) {
        Draft draft = Draft.random(seed);
        Draft.Population whole = draft.populations.remove(0);
        List<Draft.Rtt> ways = new ArrayList<>();
        for (String half : List.of("half-1", "half-2")) {
            draft.populations.add(new Draft.Population(half, whole.devices() / 2, whole.sites()));
            draft.rtts.stream()
                    .filter(rtt -> rtt.from().equals(whole.name()))
                    .forEach(rtt -> ways.add(new Draft.Rtt(half, rtt.to(), rtt.millis())));
        }
        draft.rtts.removeIf(rtt -> rtt.from().equals(whole.name()));
        draft.rtts.addAll(ways);
        Map<String, Double> halves = Program.figures(program.run(draft.yaml()));
        Program.figures(base).forEach((key, value) -> {
            if (key.matches(".*\\[\\|\\|\\|\\] (availability|devices|cost|utilisation-peak)")) {
                assertThat(halves.get(key)).as(key).isCloseTo(value, within(1e-9 * (1 + Math.abs(value))));
            } else if (key.endsWith("[|||] requests")) {
                // Poisson counts with the same mean: 6 standard deviations of their difference.
                assertThat(halves.get(key)).as(key).isCloseTo(value, within(6 * Math.sqrt(2 * value)));
            }
        });
    }

    /** Nothing fails and nobody gives up. */
    private static Draft calm(int seed) {
        Draft draft = Draft.random(seed);
        draft.service = draft.service.replaceAll("timeout: .*", "timeout: none");
        draft.sites.replaceAll(site -> new Draft.Site(site.name(), site.cores(), ""));
        return draft;
    }

    private static void assertSame(
            Map<String, Double> actual, Map<String, Double> expected, double relative, String what) {
        assertThat(actual.keySet()).as(what).isEqualTo(expected.keySet());
        expected.forEach((key, value) -> {
            if (value.isNaN()) {
                assertThat(actual.get(key)).as(what + ": " + key).isNaN();
            } else {
                assertThat(actual.get(key)).as(what + ": " + key).isCloseTo(value, within(relative * Math.abs(value)));
            }
        });
    }
}
