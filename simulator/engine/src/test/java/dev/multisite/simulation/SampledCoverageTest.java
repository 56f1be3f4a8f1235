package dev.multisite.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.multisite.simulation.FidelityStudies.Study;
import dev.multisite.statistics.Estimate;
import dev.multisite.statistics.HistogramSections;
import dev.multisite.statistics.LatencyHistogram;
import dev.multisite.statistics.PooledQuantiles;
import dev.multisite.statistics.StudentT;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How often the 95 % intervals of sampled runs cover what many replications simulated request by request say. Each
 * repetition is a run of its own with twenty replications. Runs with {@code -Dcoverage.repetitions=1000} only, of the
 * studies whose names match {@code -Dcoverage.studies=...}; the bands leave out an honest interval about once in a
 * thousand. Writes {@code target/sampled-coverage.csv}.
 */
@Tag("slow")
@EnabledIfSystemProperty(named = "coverage.repetitions", matches = "\\d+", disabledReason = "takes minutes")
class SampledCoverageTest {

    private static final int REPETITIONS = Integer.getInteger("coverage.repetitions", 100);
    private static final int REPLICATIONS = 20;
    private static final int TRUTH_REPLICATIONS = Integer.getInteger("coverage.truth", 400);
    private static final int WINDOWS = 20;
    private static final List<String> MEANS = List.of("latency-mean", "failure-rate", "utilisation");
    private static final List<Double> SHARES = List.of(0.5, 0.95, 0.99, 0.999);
    private static final Path TABLE = Path.of("target", "sampled-coverage.csv");

    static List<Study> studies() {
        return FidelityStudies.ALL.stream()
                .filter(study -> study.name().matches(System.getProperty("coverage.studies", ".*")))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("studies")
    void sampledIntervalsCoverTheTruthAsOftenAsTheySay(Study study) {
        Truth truth = new Truth(study);
        Map<String, Integer> covered = new LinkedHashMap<>();
        for (int repetition = 0; repetition < REPETITIONS; repetition++) {
            List<ReplicationResult> results = Sample.results(
                    study.scenario()
                            .get()
                            .sampled(WINDOWS)
                            .seed(1000L + repetition)
                            .simulator(),
                    "it",
                    REPLICATIONS);
            estimates(results)
                    .forEach((metric, estimate) -> covered.merge(
                            metric, covers(estimate, Objects.requireNonNull(truth.figures.get(metric))), Integer::sum));
        }
        report(study, covered);
        // 3.3 standard errors, and what the error of the truth itself takes away.
        double band = 3.3 * Math.sqrt(0.05 * 0.95 / REPETITIONS) + 0.01;
        covered.forEach((metric, count) ->
                assertThat((double) count / REPETITIONS).as(metric).isBetween(0.95 - band, 1.0));
    }

    /** What every-request says, and how sure it is. */
    private static final class Truth {
        private final Map<String, Estimate> figures;

        private Truth(Study study) {
            figures = estimates(Sample.results(study.scenario().get().seed(1).simulator(), "it", TRUTH_REPLICATIONS));
        }
    }

    private static Map<String, Estimate> estimates(List<ReplicationResult> results) {
        Map<String, Estimate> estimates = new LinkedHashMap<>();
        for (String metric : MEANS) {
            Estimate mean = mean(results, metric);
            if (mean.value() > 0) {
                estimates.put(metric, mean);
            }
        }
        HistogramSections sections = new HistogramSections();
        results.forEach(result -> sections.add(all(result)));
        for (double share : SHARES) {
            estimates.put("p" + 100 * share, PooledQuantiles.quantile(sections, share, 0.95));
        }
        return estimates;
    }

    private static LatencyHistogram all(ReplicationResult result) {
        return Objects.requireNonNull(result.latencies().get(Slice.ALL));
    }

    private static Estimate mean(List<ReplicationResult> results, String metric) {
        return StudentT.mean(
                results.stream()
                        .mapToDouble(result -> Sample.figure(result, Slice.ALL, metric))
                        .toArray(),
                0.95);
    }

    private static int covers(Estimate estimate, Estimate truth) {
        return estimate.low() <= truth.value() && truth.value() <= estimate.high() ? 1 : 0;
    }

    private static void report(Study study, Map<String, Integer> covered) {
        StringBuilder lines = new StringBuilder();
        covered.forEach((metric, count) -> lines.append(
                String.format(Locale.ROOT, "\"%s\",%s,%d,%d%n", study.name(), metric, count, REPETITIONS)));
        try {
            Files.createDirectories(Objects.requireNonNull(TABLE.getParent()));
            Files.writeString(
                    TABLE, lines, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
