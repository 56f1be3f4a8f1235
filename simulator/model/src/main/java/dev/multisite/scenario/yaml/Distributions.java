package dev.multisite.scenario.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

import dev.multisite.scenario.DistributionSpec;
import dev.multisite.scenario.DistributionSpec.Constant;
import dev.multisite.scenario.DistributionSpec.Empirical;
import dev.multisite.scenario.DistributionSpec.Exponential;
import dev.multisite.scenario.DistributionSpec.Gamma;
import dev.multisite.scenario.DistributionSpec.Hyperexponential;
import dev.multisite.scenario.DistributionSpec.Lognormal;
import dev.multisite.scenario.DistributionSpec.Pareto;
import dev.multisite.scenario.DistributionSpec.Uniform;
import dev.multisite.scenario.DistributionSpec.Weibull;
import dev.multisite.units.Literals;

/** Shapes of distributions over durations; a plain duration is a constant. */
final class Distributions {

    /** Any distribution of a duration. */
    static final Shape<DistributionSpec> DURATION = of(Quantity.SECONDS.map(Constant::new));

    /** As {@link #DURATION}, but a plain duration is the mean of an exponential distribution. */
    static final Shape<DistributionSpec> UP_TIME = of(Quantity.SECONDS
            .check((s, r) -> s > 0 ? "" : "a mean time to failure must be above 0")
            .map(Exponential::new));

    /** As {@link #DURATION}; {@code none} is for ever. */
    static final Shape<DistributionSpec> DURATION_OR_NONE =
            Shapes.wordOr(Map.of("none", new Constant(Double.POSITIVE_INFINITY)), DURATION);

    /** A round trip: as {@link #DURATION}, and {@code {median, p95}} is short for a lognormal. */
    static final Shape<DistributionSpec> ROUND_TRIP = Shapes.scalarOrGroup(
            Quantity.SECONDS.map(Constant::new), new ByKey<>(Set.of("median", "p95", "mean"), lognormal(), DURATION));

    private Distributions() {}

    private static Shape<DistributionSpec> of(Shape<DistributionSpec> scalar) {
        return Shapes.titled(
                "distribution",
                "A plain duration is a constant; for `mttf` it is the mean of an exponential distribution.",
                Shapes.scalarOrGroup(scalar, Shapes.tagged(variants())));
    }

    private static Map<String, Shape<DistributionSpec>> variants() {
        Map<String, Shape<DistributionSpec>> variants = new LinkedHashMap<>();
        variants.put("constant", Quantity.SECONDS.map(Constant::new));
        variants.put("exponential", exponential());
        variants.put("lognormal", lognormal());
        variants.put("gamma", gamma());
        variants.put("erlang", erlang());
        variants.put("weibull", weibull());
        variants.put("uniform", uniform());
        variants.put("pareto", pareto());
        variants.put("hyperexponential", hyperexponential());
        variants.put("empirical", Shapes.TEXT.then(Distributions::empirical));
        return variants;
    }

    private static Key<Double> duration(String name, String meaning) {
        return Key.required(name, Quantity.SECONDS.check((s, r) -> s > 0 ? "" : "must be above 0"), "20ms", meaning);
    }

    private static Key<Double> shapeParameter(String name, String example, String meaning) {
        return Key.required(
                name,
                Quantity.POSITIVE.check((v, r) -> v >= 0.01 && v <= 1e6 ? "" : "must lie between 0.01 and 1000000"),
                example,
                meaning);
    }

    private static Shape<DistributionSpec> exponential() {
        Key<Double> mean = duration("mean", "mean");
        return ObjectShape.of(
                "exponential", "Exponential distribution.", List.of(mean), f -> new Exponential(f.get(mean)));
    }

    private static Shape<DistributionSpec> lognormal() {
        Key<Double> mean = Key.optional("mean", positiveSeconds(), "20ms", "mean; goes with `cv`");
        Key<Double> cv = Key.optional(
                "cv",
                Quantity.POSITIVE.check((v, r) -> v <= 1000 ? "" : "must not exceed 1000"),
                "1.2",
                "coefficient of variation: standard deviation / mean");
        Key<Double> median = Key.optional("median", positiveSeconds(), "15ms", "median; goes with `p95`");
        Key<Double> p95 = Key.optional("p95", positiveSeconds(), "60ms", "95th percentile, at least the median");
        return new ObjectShape<>(
                "lognormal",
                "Lognormal distribution, either by `mean` and `cv` or by `median` and `p95`.",
                List.of(mean, cv, median, p95),
                f -> {
                    boolean moments = f.has(mean) && f.has(cv) && !f.has(median) && !f.has(p95);
                    boolean quantiles = f.has(median) && f.has(p95) && !f.has(mean) && !f.has(cv);
                    if (moments) {
                        return Optional.of(Lognormal.ofMeanAndCv(f.get(mean), f.get(cv)));
                    }
                    if (!quantiles) {
                        f.reading().problems().add(f.node(), "expected either mean and cv, or median and p95");
                        return Optional.empty();
                    }
                    if (f.get(p95) < f.get(median)) {
                        f.problem(p95, "the 95th percentile must not lie below the median");
                        return Optional.empty();
                    }
                    return Optional.of(Lognormal.ofMedianAndP95(f.get(median), f.get(p95)));
                });
    }

    private static Shape<Double> positiveSeconds() {
        return Quantity.SECONDS.check((s, r) -> s > 0 ? "" : "must be above 0");
    }

    private static Shape<DistributionSpec> gamma() {
        Key<Double> mean = duration("mean", "mean");
        Key<Double> cv = shapeParameter("cv", "0.5", "coefficient of variation: standard deviation / mean");
        return ObjectShape.of("gamma", "Gamma distribution.", List.of(mean, cv), f -> {
            double squaredCv = f.get(cv) * f.get(cv);
            return new Gamma(1 / squaredCv, f.get(mean) * squaredCv);
        });
    }

    private static Shape<DistributionSpec> erlang() {
        Key<Integer> k = Key.required(
                "k",
                Quantity.whole(1).check((v, r) -> v <= 10_000 ? "" : "must not exceed 10000"),
                "3",
                "number of exponential stages");
        Key<Double> mean = duration("mean", "mean of the sum of the stages");
        return ObjectShape.of(
                "erlang",
                "Erlang distribution: the sum of `k` exponential stages.",
                List.of(k, mean),
                f -> new Gamma(f.get(k), f.get(mean) / f.get(k)));
    }

    private static Shape<DistributionSpec> weibull() {
        Key<Double> shape = Key.required(
                "shape",
                Quantity.POSITIVE.check((v, r) -> v >= 0.1 && v <= 100 ? "" : "must lie between 0.1 and 100"),
                "1.5",
                "shape; below 1 the failure rate falls with age, above 1 it grows");
        Key<Double> scale = duration("scale", "scale: 63.2 % of the values lie below it");
        return ObjectShape.of(
                "weibull",
                "Weibull distribution.",
                List.of(shape, scale),
                f -> new Weibull(f.get(shape), f.get(scale)));
    }

    private static Shape<DistributionSpec> uniform() {
        return Shapes.list(Quantity.SECONDS).then((bounds, node, reading) -> {
            if (bounds.size() != 2 || bounds.get(0) > bounds.get(1)) {
                reading.problems().add(node, "expected the lower and the upper bound such as [1s, 3s]");
                return Optional.empty();
            }
            return Optional.of(new Uniform(bounds.get(0), bounds.get(1)));
        });
    }

    private static Shape<DistributionSpec> pareto() {
        Key<Double> min = duration("min", "smallest value");
        Key<Double> shape = shapeParameter("shape", "1.5", "tail index; the mean exists above 1");
        Key<Double> max = Key.of(
                "max",
                Shapes.wordOr(Map.of("none", Double.POSITIVE_INFINITY), positiveSeconds()),
                "none",
                "1h",
                "value at which the distribution is truncated");
        return new ObjectShape<>("pareto", "Pareto distribution.", List.of(min, shape, max), f -> {
            if (f.get(max) <= f.get(min)) {
                f.problem(max, "must be above min");
                return Optional.empty();
            }
            return Optional.of(new Pareto(f.get(min), f.get(shape), f.get(max)));
        });
    }

    private static Shape<DistributionSpec> hyperexponential() {
        Key<Double> p = Key.required("p", Quantity.FRACTION, "90%", "probability of the first mean");
        Key<Double> mean1 = duration("mean-1", "mean with probability `p`");
        Key<Double> mean2 = duration("mean-2", "mean otherwise");
        return ObjectShape.of(
                "hyperexponential",
                "A mixture of two exponential distributions.",
                List.of(p, mean1, mean2),
                f -> new Hyperexponential(f.get(p), f.get(mean1), f.get(mean2)));
    }

    private static Optional<DistributionSpec> empirical(String file, Node node, Reading reading) {
        return reading.attachments()
                .rows(node, file, CSVFormat.RFC4180)
                .flatMap(rows -> values(file, rows, node, reading));
    }

    private static Optional<DistributionSpec> values(String file, List<CSVRecord> rows, Node node, Reading reading) {
        List<Double> values = new ArrayList<>();
        int line = 0;
        for (CSVRecord row : rows) {
            line++;
            try {
                values.add(Literals.seconds(row.get(0)));
            } catch (IllegalArgumentException e) {
                reading.problems()
                        .add(new Position(file, line, 1), node.path().toString(), String.valueOf(e.getMessage()), "");
            }
        }
        if (rows.isEmpty()) {
            reading.problems().add(node, Literals.quoted(file) + " holds no values");
        }
        return values.isEmpty() || values.size() < rows.size() ? Optional.empty() : Optional.of(new Empirical(values));
    }
}
