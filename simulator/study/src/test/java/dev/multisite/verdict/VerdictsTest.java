package dev.multisite.verdict;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.multisite.experiment.AssumptionStudy;
import dev.multisite.experiment.ComparisonRow;
import dev.multisite.experiment.Experiment;
import dev.multisite.experiment.ExperimentListener;
import dev.multisite.experiment.ExperimentResult;
import dev.multisite.experiment.Fixtures;
import dev.multisite.experiment.ObjectiveRow;
import dev.multisite.scenario.ObjectiveSpec;
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
                        .matches(
                                "near lowers p95 latency for India by \\d\\d(\\.\\d ± \\d| ms \\(\\d\\d to \\d\\d).* \\(−\\d+ %\\) "
                                        + "\\(95 %\\), better in 20 of 20 replications"));
    }

    @Test
    void saysNothingOnFailuresOfWhichThereAreTooFew() throws InterruptedException {
        assertThat(Verdicts.of(run(20, "near")))
                .filteredOn(sentence -> sentence.certainty() == Sentence.Certainty.TOO_FEW_EVENTS)
                .singleElement()
                .satisfies(sentence -> assertThat(sentence.text()).contains("failure rate", "0 independent events"));
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
        assertThat(texts(5, "near"))
                .contains("near raises cost by 1.00 MUSD (+100 %) (95 %), worse in 5 of 5 replications");
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

    private static ComparisonRow row(String metric, String unit, double difference, double halfWidth, double ratio) {
        return new ComparisonRow(
                "near",
                "far",
                "",
                "",
                metric,
                unit,
                Estimate.symmetric(difference, halfWidth, 10),
                Estimate.symmetric(ratio, 0.001, 10),
                Estimate.none(),
                10);
    }

    @Test
    void oneSentenceHoldsAllFiguresAndWhatTheyDoNotTell() {
        Judged latency = new Judged(row("latency-p95", "ms", -652.34, 14.8, 0.6362), Double.POSITIVE_INFINITY);
        Judged failures = new Judged(row("failure-rate", "fraction", 0.0003, 0.0005, 1.2), 300);
        Judged rare = new Judged(row("failure-rate", "fraction", 0.0003, 0.0001, 1.2), 19);
        Judged cost = new Judged(row("cost", "USD", 1.284e6, 5.6e4, 1.0958), Double.POSITIVE_INFINITY);
        assertThat(Judged.together(List.of(latency, failures, cost)))
                .isEqualTo(new Sentence(
                        "near lowers p95 latency by 652 ± 15 ms (−36 %) and raises cost by 1.28 ± 0.06 MUSD (+9.6 %); "
                                + "no certain difference in the failure rate (+0.03 ± 0.05 percentage points)",
                        Sentence.Certainty.CERTAIN));
        assertThat(Judged.together(List.of(failures)).certainty()).isEqualTo(Sentence.Certainty.UNCERTAIN);
        assertThat(Judged.together(List.of(rare)).text()).isEqualTo("near against far: too few failures to compare");
        assertThat(Judged.together(List.of(new Judged(row("cost", "USD", 9e5, 1e3, 4.21), 99)))
                        .text())
                .isEqualTo("near raises cost by 900.0 ± 1.0 kUSD (×4.2)");
    }

    @Test
    void theSummaryAnswersTheScenariosQuestionFirst() throws InterruptedException {
        List<String> summary =
                Summary.of(run(20, "near")).stream().map(Sentence::text).toList();
        assertThat(summary).hasSizeLessThanOrEqualTo(14);
        assertThat(summary.get(0)).startsWith("near lowers p95 latency for India by ");
        assertThat(Verdicts.of(run(20, "near")).stream().map(Sentence::text))
                .startsWith(summary.toArray(String[]::new));
        assertThat(summary).anyMatch(text -> text.startsWith("p95 latency for India against far: near −"));
        assertThat(summary)
                .anyMatch(text -> text.matches(
                        "objective 'p95 latency for India at most 250 ms': kept by near \\(.*\\); missed by far .*"));
    }

    @Test
    void thePlanIsAlsoComparedWithTheOtherAlternatives() throws InterruptedException {
        ExperimentResult result =
                Experiment.run(Fixtures.threeArchitectures(20), Fixtures.simulator(), 2, ExperimentListener.NONE);
        assertThat(result.pairs()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.architecture()).isEqualTo("near");
            assertThat(row.baseline()).isEqualTo("middle");
        });
        // "middle" draws the same figures as the baseline, so the plan gains as much over it.
        assertThat(result.pair("middle", "IN", "latency-p95").orElseThrow().difference())
                .isEqualTo(result.comparison("near", "IN", "latency-p95")
                        .orElseThrow()
                        .difference());
        assertThat(Summary.of(result))
                .extracting(Sentence::text)
                .anyMatch(text -> text.startsWith("near against middle lowers p95 latency for India by "));
    }

    private static AssumptionStudy study(double ifLeftOut, double standardError) {
        return new AssumptionStudy(
                "near",
                "far",
                "IN",
                "latency-p95",
                -1267,
                List.of(new AssumptionStudy.Effect(
                        "the border",
                        "130 ms",
                        "somebody",
                        "none at all",
                        List.of(new AssumptionStudy.Case("0 ms", ifLeftOut, standardError, 3 * standardError)))),
                "");
    }

    @Test
    void saysWhatTheAnswerOwesToAnAssumption() {
        AssumptionWords words = new AssumptionWords(study(-756, 3));
        assertThat(words.effect(study(-756, 3).effects().get(0)))
                .isEqualTo("with 0 ms, near lowers p95 latency for India by 756 ms; as it is, by 1270 ms."
                        + " Values tried: none at all");
        assertThat(words.most(true).orElseThrow().text())
                .isEqualTo(
                        "this hangs most on an assumption, the border (130 ms): with 0 ms, near lowers p95 latency for"
                                + " India by 756 ms instead of 1270 ms");
        assertThat(new AssumptionWords(study(40, 3))
                        .effect(study(40, 3).effects().get(0)))
                .startsWith(
                        "with 0 ms, near raises p95 latency for India by 40.0 ms; as it is, it lowers it by 1270 ms.");
        assertThat(new AssumptionWords(study(40, 3)).most(true).orElseThrow().text())
                .endsWith(" by 40.0 ms instead of lowering it by 1270 ms");
        assertThat(new AssumptionWords(study(-756, 3)).most(false).orElseThrow().text())
                .startsWith("p95 latency for India, near against far, hangs most on");
    }

    @Test
    void claimsNoEffectThatItsErrorHides() {
        assertThat(new AssumptionWords(study(-1200, 30)).most(true)).isEmpty();
        assertThat(new AssumptionWords(study(-1200, 30))
                        .effect(study(-1200, 30).effects().get(0)))
                .isEqualTo("not known: up to 157 ms, within the error of the estimate");
        assertThat(new AssumptionWords(AssumptionStudy.NONE).most(true)).isEmpty();
    }

    private static ObjectiveRow objective(String metric, String architecture, ObjectiveRow.Met met) {
        return new ObjectiveRow(
                architecture,
                new ObjectiveSpec(metric, "", "", ObjectiveSpec.Bound.AT_MOST, 100),
                "",
                "ms",
                Estimate.none(),
                Estimate.none(),
                met);
    }

    @Test
    void missedObjectivesComeBeforeOnesThatAreKept() {
        List<ObjectiveRow> rows = List.of(
                objective("latency-p50", "far", ObjectiveRow.Met.YES),
                objective("latency-p50", "near", ObjectiveRow.Met.YES),
                objective("latency-p95", "far", ObjectiveRow.Met.UNCERTAIN),
                objective("latency-p99", "far", ObjectiveRow.Met.YES),
                objective("latency-p99", "near", ObjectiveRow.Met.NO));
        assertThat(Summary.byUrgency(rows))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("p99"),
                        second -> assertThat(second).startsWith("p95"),
                        third -> assertThat(third).startsWith("median"));
    }

    @Test
    void aTableNeverCutsANumberAndShortensNamesInTheirMiddle() {
        TextTable table = new TextTable("corner", List.of("a-name-with-a-long-beginning-north", "b"));
        for (int i = 0; i < 9; i++) {
            table.add(
                    List.of("architecture-number-" + i),
                    List.of(
                            new TextTable.Cell("1234567.8±12.3", TextTable.Tone.NEUTRAL),
                            new TextTable.Cell("1", TextTable.Tone.WORSE)));
        }
        List<String> lines = table.lines(false);
        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
        assertThat(String.join("\n", lines).split("1234567.8±12.3", -1)).hasSize(10);
        assertThat(lines.get(1)).startsWith("a-name-with-…nning-north ");
        assertThat(table.lines(true)).anyMatch(line -> line.contains("\u001b[31m"));
    }

    @Test
    void namesComeFromTheCatalogueAndTextsAreSafeToPrint() {
        assertThat(Labels.population("HK")).isEqualTo("Hong Kong");
        assertThat(Labels.population("clients")).isEqualTo("clients");
        assertThat(Labels.printable("a\u001b[31mb\u202Ec")).isEqualTo("a\uFFFD[31mb\uFFFDc");
    }

    @Test
    void numbersAreRoundedToWhatTheIntervalSupports() {
        Quantity millis = Quantity.of("ms", 200, false);
        assertThat(millis.withInterval(Estimate.symmetric(212.3456, 9.123, 20))).isEqualTo("212 ± 9 ms");
        assertThat(millis.withInterval(Estimate.symmetric(212345.6, 912.3, 20))).isEqualTo("212300 ± 900 ms");
        assertThat(millis.withInterval(Estimate.withoutInterval(212.3456, 1))).isEqualTo("212 ms");
        assertThat(millis.withInterval(new Estimate(10, 9, 14, 20))).isEqualTo("10 ms (9 to 14 ms)");
        assertThat(Quantity.of("fraction", 0, false).withInterval(Estimate.symmetric(0.001234, 0.000056, 20)))
                .isEqualTo("0.123 ± 0.006 %");
        assertThat(Quantity.of("fraction", 0, false).cell(new Estimate(0, 0, 0.0003, 20)))
                .isEqualTo("≤0.03");
        assertThat(millis.withInterval(Estimate.symmetric(200.6591788, 0.0000025, 20)))
                .isEqualTo("200.7 ms");
        assertThat(millis.cell(Estimate.symmetric(13.33242, 0.0041, 20))).isEqualTo("13.33");
        assertThat(millis.signed(Estimate.symmetric(-652, 15, 20))).isEqualTo("−652 ± 15 ms");
        assertThat(Quantity.of("fraction", 2e-6, false).cell(new Estimate(0, 0, 2e-6, 20)))
                .isEqualTo("≤2");
        assertThat(Quantity.of("fraction", 1e-4, false).exact(1e-4)).isEqualTo("0.01 %");
        assertThat(Quantity.of("fraction", 0, true).unit()).isEqualTo("percentage points");
        assertThat(Quantity.of("USD", 2.5e6, false).plain(2.5e6)).isEqualTo("2.50 MUSD");
    }
}
