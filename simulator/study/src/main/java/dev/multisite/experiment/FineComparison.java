package dev.multisite.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import dev.multisite.regulation.enforcement.Risk;
import dev.multisite.simulation.Metrics;
import dev.multisite.statistics.Estimate;
import dev.multisite.statistics.Proportions;
import dev.multisite.statistics.SampleQuantiles;
import dev.multisite.statistics.StudentT;

/**
 * Compares the fines of two architectures replay by replay. Means have the interval of the paired differences; quantiles that
 * of a bootstrap which draws replays of both architectures together.
 */
final class FineComparison {
    private static final List<String> MEANS =
            List.of("fine-probability", "fines-expected", "fines-collected", "blocked-device-days");
    private static final List<String> TAILS = List.of("fines-p95", "fines-p99", "fines-es95");
    private static final int RESAMPLES = 400;

    private final Fines fines;
    private final Fines baseline;
    private final double confidence;

    FineComparison(Fines fines, Fines baseline, double confidence) {
        this.fines = fines;
        this.baseline = baseline;
        this.confidence = confidence;
    }

    List<ComparisonRow> rows(String name, String baselineName) {
        List<ComparisonRow> rows = new ArrayList<>();
        for (String metric : MEANS) {
            double[] a = fines.amounts(metric);
            double[] b = baseline.amounts(metric);
            rows.add(row(name, baselineName, metric, difference(a, b), StudentT.ratioOfMeans(a, b, confidence)));
        }
        double[] a = fines.amounts("fines-expected");
        double[] b = baseline.amounts("fines-expected");
        double[][] resampled = resample(new Ranked(a), new Ranked(b));
        for (int i = 0; i < TAILS.size(); i++) {
            rows.add(row(name, baselineName, TAILS.get(i), tail(TAILS.get(i), resampled[i]), Estimate.none()));
        }
        return rows;
    }

    private ComparisonRow row(String name, String baselineName, String metric, Estimate difference, Estimate ratio) {
        double[] a = fines.amounts(metric);
        double[] b = baseline.amounts(metric);
        return new ComparisonRow(
                name,
                baselineName,
                "",
                "",
                metric,
                Metrics.unit(metric),
                difference,
                ratio,
                Proportions.better(a, b, true, confidence),
                a.length);
    }

    private Estimate difference(double[] a, double[] b) {
        double[] differences =
                IntStream.range(0, a.length).mapToDouble(i -> a[i] - b[i]).toArray();
        Risk risk = Risk.of(differences, Math.max(fines.courses(), baseline.courses()));
        double half = StudentT.quantile(confidence, a.length - 1.0) * risk.meanError();
        return Estimate.symmetric(risk.mean(), half, a.length);
    }

    private Estimate tail(String metric, double[] resampled) {
        double difference = fines.estimate(metric, confidence).value()
                - baseline.estimate(metric, confidence).value();
        Arrays.sort(resampled);
        double low = SampleQuantiles.ofSorted(resampled, (1 - confidence) / 2);
        double high = SampleQuantiles.ofSorted(resampled, (1 + confidence) / 2);
        return new Estimate(
                difference, Math.min(low, difference), Math.max(high, difference), fines.amounts(metric).length);
    }

    /** Amounts from the largest down, and which replay each is of. */
    private static final class Ranked {
        private final double[] falling;
        private final int[] replay;

        private Ranked(double[] amounts) {
            replay = IntStream.range(0, amounts.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer i) -> -amounts[i])
                            .thenComparing(i -> i))
                    .mapToInt(Integer::intValue)
                    .toArray();
            falling = Arrays.stream(replay).mapToDouble(i -> amounts[i]).toArray();
        }

        private double quantile(int[] times, double q) {
            int n = falling.length;
            int wanted = n - (int) Math.ceil(n * q) + 1;
            int i = 0;
            for (int above = times[replay[0]]; above < wanted; above += times[replay[i]]) {
                i++;
            }
            return falling[i];
        }

        private double shortfall(int[] times) {
            int tail = Math.max(1, (int) Math.round(falling.length * 0.05));
            double sum = 0;
            int taken = 0;
            for (int i = 0; taken < tail; i++) {
                int now = Math.min(times[replay[i]], tail - taken);
                sum += now * falling[i];
                taken += now;
            }
            return sum / tail;
        }
    }

    private double[][] resample(Ranked a, Ranked b) {
        int n = a.falling.length;
        SplittableRandom random = new SplittableRandom(n);
        double[][] differences = new double[TAILS.size()][RESAMPLES];
        for (int resample = 0; resample < RESAMPLES; resample++) {
            int[] times = new int[n];
            for (int i = 0; i < n; i++) {
                times[random.nextInt(n)]++;
            }
            differences[0][resample] = a.quantile(times, 0.95) - b.quantile(times, 0.95);
            differences[1][resample] = a.quantile(times, 0.99) - b.quantile(times, 0.99);
            differences[2][resample] = a.shortfall(times) - b.shortfall(times);
        }
        return differences;
    }
}
