package dev.multisite.verdict;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.multisite.experiment.Experiment;
import dev.multisite.experiment.ExperimentListener;
import dev.multisite.experiment.ExperimentResult;
import dev.multisite.experiment.Fixtures;
import dev.multisite.scenario.SimulationSpec.Replications;
import dev.multisite.statistics.Estimate;

import static org.assertj.core.api.Assertions.assertThat;

class VerdictsTest {
    private static ExperimentResult run(int replications, String second) throws InterruptedException {
        return Experiment.run(
                Fixtures.scenario(new Replications.Fixed(replications), second),
                Fixtures.simulator(),
                2,
                ExperimentListener.NONE);
    }

    private static List<String> texts(int replications, String second) throws InterruptedException {
        return Verdicts.of(run(replications, second)).stream()
                .map(Sentence::text)
                .toList();
    }

    @Test
    void saysByHowMuchAndInHowManyReplications() throws InterruptedException {
        assertThat(texts(20, "near"))
                .anySatisfy(text -> assertThat(text)
                        .matches("near lowers p95 latency for India by \\d\\d\\.\\d+ ms ± \\d\\.\\d+ ms \\(95 %\\), "
                                + "better in 20 of 20 replications"));
    }

    @Test
    void saysNothingOnFailuresOfWhichThereAreTooFew() throws InterruptedException {
        assertThat(Verdicts.of(run(20, "near")))
                .filteredOn(sentence -> sentence.text().contains("failure rate")
                        && !sentence.text().contains("objective"))
                .singleElement()
                .satisfies(sentence -> {
                    assertThat(sentence.certainty()).isEqualTo(Sentence.Certainty.TOO_FEW_EVENTS);
                    assertThat(sentence.text()).contains("0 independent events");
                });
    }

    @Test
    void aTwinIsTheSameInEveryReplication() throws InterruptedException {
        assertThat(texts(5, "twin"))
                .contains("twin does not change p95 latency against far: the same in all 5 replications");
    }

    @Test
    void oneReplicationDecidesNothing() throws InterruptedException {
        assertThat(Verdicts.of(run(1, "near")))
                .noneSatisfy(sentence ->
                        assertThat(sentence.text()).containsAnyOf(" lowers ", " raises ", " keeps ", " misses "));
    }

    @Test
    void costIsWrittenWithItsPrefix() throws InterruptedException {
        assertThat(texts(5, "near")).contains("near raises cost by 1.00 MUSD (95 %), worse in 5 of 5 replications");
    }

    @Test
    void theTableFitsTheTerminalAndIsPlainInAPipe() throws InterruptedException {
        ExperimentResult result = run(5, "a-name-that-is-much-too-long-for-the-table");
        List<String> plain = ComparisonTable.lines(result, false);
        assertThat(plain).allSatisfy(line -> {
            assertThat(line.length()).isLessThanOrEqualTo(80);
            assertThat(line).doesNotContain("\u001b");
        });
        assertThat(plain).anySatisfy(line -> assertThat(line).startsWith("India"));
        assertThat(String.join("\n", ComparisonTable.lines(run(5, "near"), true)))
                .contains("\u001b[32m");
    }

    @Test
    void numbersAreRoundedToWhatTheIntervalSupports() {
        Quantity millis = Quantity.of("ms", 200, false);
        assertThat(millis.withInterval(Estimate.symmetric(212.3456, 9.123, 20))).isEqualTo("212.3 ms ± 9.1 ms");
        assertThat(millis.withInterval(Estimate.symmetric(212345.6, 912.3, 20))).isEqualTo("212350 ms ± 910 ms");
        assertThat(millis.withInterval(Estimate.withoutInterval(212.3456, 1))).isEqualTo("212 ms");
        assertThat(millis.withInterval(new Estimate(10, 9, 14, 20))).isEqualTo("10.0 ms (9.0 to 14.0 ms)");
        assertThat(Quantity.of("fraction", 0, false).withInterval(Estimate.symmetric(0.001234, 0.000056, 20)))
                .isEqualTo("0.1234 % ± 0.0056 %");
        assertThat(Quantity.of("fraction", 0, false).cell(new Estimate(0, 0, 0.0003, 20)))
                .isEqualTo("≤0.030");
        assertThat(Quantity.of("fraction", 0, true).unit()).isEqualTo("percentage points");
        assertThat(Quantity.of("USD", 2.5e6, false).plain(2.5e6)).isEqualTo("2.50 MUSD");
    }
}
