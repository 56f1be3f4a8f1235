package dev.multisite.validation;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What becomes of results when a generated scenario is slowed down, enlarged, cleared of failures or run in two parts. */
class ScalingTest {

    private static final Pattern DURATION = Pattern.compile("(?<![\\w.-])(\\d+(?:\\.\\d+)?)(ms|s|min)\\b");

    @TempDir
    private Path folder;

    static IntStream seeds() {
        return IntStream.rangeClosed(31, 32);
    }

    static IntStream moreSeeds() {
        return IntStream.rangeClosed(33, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void scalingHasTheEffectsItMayHave(int seed) {
        judge(seed);
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("moreSeeds")
    void scalingHasTheEffectsItMayHaveInMoreScenarios(int seed) {
        judge(seed);
    }

    private void judge(int seed) {
        Program program = new Program(folder);
        halfTheSpeedTakesTwiceTheTime(seed, program);
        largerSitesAtTheSameLoadNeverWaitLonger(seed, program);
        failuresThatNeverComeAreNoFailures(seed, program);
        Path results = program.run(Draft.random(seed).yaml());
        aRunIsTheSumOfItsReplications(results);
        nothingIsLostOrBeyondItsRange(results);
    }

    /** Every duration doubled and every rate halved: the same draws, so the same shares and twice the times. */
    private static void halfTheSpeedTakesTwiceTheTime(int seed, Program program) {
        Draft draft = Draft.random(seed);
        draft.bins = "week";
        draft.network += ", connect-timeout: 4s";
        // Both periods lie in one hour, the step of demand, with which arrivals are drawn anew.
        String yaml = draft.yaml().replace("2001-01-01T02:00:00Z", "2001-01-01T00:30:00Z");
        Map<String, Double> fast = Program.figures(program.run(yaml));
        Map<String, Double> slow = Program.figures(program.run(slower(yaml)));
        assertThat(slow.keySet()).isEqualTo(fast.keySet());
        fast.forEach((key, value) -> {
            double factor = key.matches(".* (latency-.*|wait-(mean|p\\d.*)|energy|carbon)") ? 2 : 1;
            if (value.isNaN()) {
                assertThat(slow.get(key)).as(key).isNaN();
            } else if (!key.contains("cost")) {
                assertThat(slow.get(key)).as(key).isCloseTo(factor * value, within(1e-9 * Math.abs(value)));
            }
        });
    }

    private static String slower(String yaml) {
        Matcher matcher = DURATION.matcher(yaml);
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            double twice = 2 * Double.parseDouble(matcher.group(1));
            matcher.appendReplacement(text, String.format(Locale.ROOT, "%s%s", twice, matcher.group(2)));
        }
        matcher.appendTail(text);
        return text.toString()
                .replace("2001-01-01T00:30:00Z", "2001-01-01T01:00:00Z")
                .replace("1/s", "0.5/s");
    }

    /**
     * Eight times the people and the cores wait for less time on average. Other draws: the wait of the larger site is so
     * much shorter that an error of a tenth of the smaller one's, far more than four replications have, leaves it so.
     */
    private static void largerSitesAtTheSameLoadNeverWaitLonger(int seed, Program program) {
        Draft draft = Draft.random(seed);
        draft.service = draft.service.replaceAll("timeout: .*", "timeout: none");
        draft.sites.replaceAll(site -> new Draft.Site(site.name(), site.cores(), ""));
        Map<String, Double> small = Program.figures(program.run(draft.yaml()));
        draft.sites.replaceAll(site -> new Draft.Site(site.name(), 8 * site.cores(), ""));
        draft.populations.replaceAll(
                population -> new Draft.Population(population.name(), 8 * population.devices(), population.sites()));
        Map<String, Double> large = Program.figures(program.run(draft.yaml()));
        small.forEach((key, value) -> {
            if (key.endsWith("wait-mean") && !value.isNaN()) {
                assertThat(large.get(key)).as(key).isLessThanOrEqualTo(1.1 * value + 1e-9);
            }
        });
    }

    private static void failuresThatNeverComeAreNoFailures(int seed, Program program) {
        Draft draft = Draft.random(seed);
        draft.sites.replaceAll(site -> new Draft.Site(site.name(), site.cores(), ""));
        Path without = program.run(draft.yaml());
        draft.sites.replaceAll(site -> new Draft.Site(site.name(), site.cores(), ", outages: none"));
        Path zero = program.run(draft.yaml());
        for (String file : Program.FILES) {
            assertThat(Program.text(zero, file)).as(file).isEqualTo(Program.text(without, file));
        }
    }

    /** Two parts of a run, put together, are the run: the mean of a figure is that of its replications. */
    private static void aRunIsTheSumOfItsReplications(Path results) {
        Map<String, Double> replications = Program.figures(results);
        for (CSVRecord row : rows(Program.text(results, "metrics.csv"))) {
            String slice = "[" + row.get("period") + "|" + row.get("country") + "|" + row.get("site") + "|"
                    + row.get("service") + "] " + row.get("metric");
            List<Double> values = new ArrayList<>();
            replications.forEach((key, value) -> {
                if (key.startsWith(row.get("architecture") + " ") && key.endsWith(slice) && !value.isNaN()) {
                    values.add(value);
                }
            });
            boolean pooled = row.get("metric").matches("(latency|wait)-p.*");
            if (!pooled && !values.isEmpty() && !row.get("mean").isEmpty()) {
                double mean = values.stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElseThrow();
                assertThat(Double.parseDouble(row.get("mean")))
                        .as(slice)
                        .isCloseTo(mean, within(1e-9 * Math.abs(mean)));
            }
        }
    }

    private static void nothingIsLostOrBeyondItsRange(Path results) {
        assertThat(Program.text(results, "run.json").replaceAll("\\s+", " "))
                .containsPattern("\"requests accounted for\"[^}]*\"holds\" ?: true")
                .doesNotContainPattern("\"requests accounted for\"[^}]*\"holds\" ?: false");
        Program.figures(results).forEach((key, value) -> {
            if (!value.isNaN()) {
                assertThat(value).as(key).isGreaterThanOrEqualTo(0);
            }
            if (key.matches(".* (utilisation|utilisation-peak|availability|site-availability|failure.*|wait-prob.*)")) {
                assertThat(value.isNaN() ? 0 : value).as(key).isLessThanOrEqualTo(1 + 1e-12);
            }
        });
    }

    private static List<CSVRecord> rows(String csv) {
        try {
            return CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(new StringReader(csv))
                    .getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
