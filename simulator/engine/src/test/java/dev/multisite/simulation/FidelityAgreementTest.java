package dev.multisite.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.multisite.simulation.FidelityStudies.Study;
import dev.multisite.statistics.Estimate;
import dev.multisite.statistics.StudentT;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Both fidelities on the same calendars, replication by replication. All intervals together hold all differences with a
 * probability of 99 % (Bonferroni over the scenarios and figures); seeds are fixed. Writes {@code
 * target/fidelity-agreement.csv}.
 */
@Tag("slow")
class FidelityAgreementTest {

    private static final int REPLICATIONS = 10;
    private static final int WINDOWS = 150;
    private static final Path TABLE = Path.of("target", "fidelity-agreement.csv");

    /** How wide the 95 % interval of the difference may be, relative to the figure. */
    private static final Map<String, Double> FIGURES = Map.ofEntries(
            Map.entry("latency-mean", 0.06),
            Map.entry("latency-p50", 0.03),
            Map.entry("latency-p95", 0.1),
            Map.entry("latency-p99", 0.15),
            Map.entry("latency-p99.9", 0.25),
            Map.entry("failure-rate", 0.15),
            Map.entry("failures-timeout", 0.15),
            Map.entry("failures-rejected", 0.15),
            Map.entry("failures-site-down", 0.15),
            Map.entry("failures-network", 0.15),
            Map.entry("attempts", 0.02),
            Map.entry("utilisation", 0.02));

    private static final double JOINT_LEVEL = 0.99;

    static List<Study> studies() {
        return FidelityStudies.ALL;
    }

    @ParameterizedTest
    @MethodSource("studies")
    void windowsGiveTheFiguresOfTheWholePeriod(Study study) {
        List<ReplicationResult> every = Sample.results(study.scenario().get().simulator(), "it", REPLICATIONS);
        List<ReplicationResult> sampled =
                Sample.results(study.scenario().get().sampled(WINDOWS).simulator(), "it", REPLICATIONS);
        assertThat(requests(sampled)).isLessThan(requests(every));

        double level = 1 - (1 - JOINT_LEVEL) / (FIGURES.size() * FidelityStudies.ALL.size());
        List<String> wrong = new ArrayList<>();
        new TreeMap<>(FIGURES).forEach((metric, widest) -> {
            double[] truth = values(every, metric);
            double[] estimate = values(sampled, metric);
            Estimate mean = StudentT.mean(truth, 0.95);
            Estimate usual = StudentT.pairedDifference(estimate, truth, 0.95);
            Estimate wide = StudentT.pairedDifference(estimate, truth, level);
            boolean agrees = Math.abs(wide.value()) <= Math.max(wide.halfWidth(), 1e-9 * Math.abs(mean.value()));
            // A figure that is next to nothing has no relative width.
            boolean narrow = usual.halfWidth() <= widest * Math.abs(mean.value()) + 1e-6;
            report(study, metric, mean, usual, speedUp(every, sampled, truth, estimate));
            if (!agrees || !narrow) {
                wrong.add("%s: %s, sampled - every %s, joint ± %s"
                        .formatted(metric, mean.value(), usual, wide.halfWidth()));
            }
        });
        assertThat(wrong).isEmpty();
    }

    /** Requests that the whole period needs, relative to windows, for an interval of the same width. */
    private static double speedUp(
            List<ReplicationResult> every, List<ReplicationResult> sampled, double[] truth, double[] estimate) {
        double widths = StudentT.mean(truth, 0.95).halfWidth()
                / StudentT.mean(estimate, 0.95).halfWidth();
        return requests(every) / requests(sampled) * widths * widths;
    }

    private static double requests(List<ReplicationResult> results) {
        return results.stream()
                .mapToDouble(ReplicationResult::requestsSimulated)
                .sum();
    }

    private static double[] values(List<ReplicationResult> results, String metric) {
        return results.stream().mapToDouble(result -> value(result, metric)).toArray();
    }

    private static double value(ReplicationResult result, String metric) {
        if (metric.startsWith("latency-p")) {
            double share = Double.parseDouble(metric.substring("latency-p".length())) / 100;
            return 1000
                    * Objects.requireNonNull(result.latencies().get(Slice.ALL)).quantileSeconds(share);
        }
        return Sample.figure(result, Slice.ALL, metric);
    }

    private static void report(Study study, String metric, Estimate every, Estimate difference, double speedUp) {
        String line = String.format(
                Locale.ROOT,
                "\"%s\",%s,%.6g,%.3g,%.3g,%.3g%n",
                study.name(),
                metric,
                every.value(),
                difference.value(),
                difference.halfWidth(),
                speedUp);
        try {
            Files.createDirectories(Objects.requireNonNull(TABLE.getParent()));
            Files.writeString(
                    TABLE, line, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
