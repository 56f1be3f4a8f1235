package dev.multisite.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
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
 * How often the 95 % intervals of sampled runs cover what a hundred replications simulated request by request say. Each
 * repetition is a run of its own with ten replications. Runs with {@code -Dcoverage.repetitions=1000} only; the
 * bands leave out an honest interval about once in a thousand. Writes {@code target/sampled-coverage.csv}.
 */
@Tag("slow")
@EnabledIfSystemProperty(named = "coverage.repetitions", matches = "\\d+", disabledReason = "takes minutes")
class SampledCoverageTest {

    private static final int REPETITIONS = Integer.getInteger("coverage.repetitions", 100);
    private static final int REPLICATIONS = 10;
    private static final int TRUTH_REPLICATIONS = 100;
    private static final int WINDOWS = 20;
    private static final double[] SHARES = {0.5, 0.95, 0.99};
    private static final Path TABLE = Path.of("target", "sampled-coverage.csv");

    static List<Study> studies() {
        return FidelityStudies.ALL.stream()
                .filter(study ->
                        List.of("steady", "strong day curve", "site outages").contains(study.name()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("studies")
    void sampledIntervalsCoverTheTruthAsOftenAsTheySay(Study study) {
        Truth truth = new Truth(study);
        int[] covered = new int[2 + SHARES.length];
        for (int repetition = 0; repetition < REPETITIONS; repetition++) {
            List<ReplicationResult> results = Sample.results(
                    study.scenario()
                            .get()
                            .sampled(WINDOWS)
                            .seed(1000L + repetition)
                            .simulator(),
                    "it",
                    REPLICATIONS);
            covered[0] += covers(mean(results, "latency-mean"), truth.mean);
            covered[1] += covers(mean(results, "utilisation"), truth.utilisation);
            HistogramSections sections = new HistogramSections();
            results.forEach(result -> sections.add(all(result)));
            for (int i = 0; i < SHARES.length; i++) {
                covered[2 + i] += covers(PooledQuantiles.quantile(sections, SHARES[i], 0.95), truth.quantiles[i]);
            }
        }
        report(study, covered);
        // 3.3 standard errors, and what the error of the truth itself takes away.
        double band = 3.3 * Math.sqrt(0.05 * 0.95 / REPETITIONS) + 0.01;
        for (int count : covered) {
            assertThat((double) count / REPETITIONS).isBetween(0.95 - band, Math.min(1, 0.95 + band));
        }
    }

    private static final class Truth {
        private final double mean;
        private final double utilisation;
        private final double[] quantiles = new double[SHARES.length];

        private Truth(Study study) {
            List<ReplicationResult> every =
                    Sample.results(study.scenario().get().seed(1).simulator(), "it", TRUTH_REPLICATIONS);
            mean = mean(every, "latency-mean").value();
            utilisation = mean(every, "utilisation").value();
            LatencyHistogram pooled = new LatencyHistogram();
            every.forEach(result -> pooled.add(all(result), 1));
            for (int i = 0; i < SHARES.length; i++) {
                quantiles[i] = pooled.quantileSeconds(SHARES[i]);
            }
        }
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

    private static int covers(Estimate estimate, double exact) {
        return estimate.low() <= exact && exact <= estimate.high() ? 1 : 0;
    }

    private static void report(Study study, int[] covered) {
        String line = String.format(
                Locale.ROOT,
                "\"%s\",%d,mean %d,utilisation %d,p50 %d,p95 %d,p99 %d%n",
                study.name(),
                REPETITIONS,
                covered[0],
                covered[1],
                covered[2],
                covered[3],
                covered[4]);
        try {
            Files.createDirectories(Objects.requireNonNull(TABLE.getParent()));
            Files.writeString(
                    TABLE, line, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
