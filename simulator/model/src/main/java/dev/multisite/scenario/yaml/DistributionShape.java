package dev.multisite.scenario.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.multisite.scenario.whatif.Axis;
import dev.multisite.scenario.whatif.Distribution;
import dev.multisite.scenario.whatif.Distribution.LogUniform;
import dev.multisite.scenario.whatif.Distribution.Triangular;
import dev.multisite.scenario.whatif.Distribution.Uniform;
import dev.multisite.scenario.whatif.Distribution.Whole;
import dev.multisite.scenario.yaml.Node.Mapping;
import dev.multisite.scenario.yaml.Node.Scalar;
import dev.multisite.scenario.yaml.Node.Sequence;

/** Distributions of the values of an axis, e.g. {@code {uniform: [30d, 720d]}}. */
final class DistributionShape {

    private static final Set<String> KINDS = Set.of("uniform", "log-uniform", "triangular", "whole");

    private DistributionShape() {}

    /** Returns whether a group of keys is a distribution rather than labelled values. */
    static boolean isDistribution(Node node) {
        return node instanceof Mapping mapping
                && mapping.entries().size() == 1
                && KINDS.contains(mapping.entries().keySet().iterator().next());
    }

    static Optional<Axis> read(Mapping mapping, String path, String origin, Problems problems) {
        Map.Entry<String, Mapping.Entry> only =
                mapping.entries().entrySet().iterator().next();
        String kind = only.getKey();
        Node bounds = only.getValue().value();
        Optional<LiteralScale> scale = scale(kind, bounds, problems);
        Optional<Distribution> distribution = scale.flatMap(s -> distribution(kind, s.numbers(), bounds, problems));
        return distribution.map(
                d -> new Axis.Spread(path, origin, d, scale.get().unit()));
    }

    private static Optional<LiteralScale> scale(String kind, Node bounds, Problems problems) {
        String example = kind.equals("triangular") ? "[30d, 90d, 720d]" : "[30d, 720d]";
        int wanted = kind.equals("triangular") ? 3 : 2;
        List<String> texts = new ArrayList<>();
        if (bounds instanceof Sequence sequence) {
            sequence.items().stream()
                    .filter(Scalar.class::isInstance)
                    .forEach(item -> texts.add(((Scalar) item).text()));
        }
        if (texts.size() != wanted || ((Sequence) bounds).items().size() != wanted) {
            problems.add(bounds, "expected " + wanted + " values such as " + example + ", got " + bounds.shown());
            return Optional.empty();
        }
        Optional<LiteralScale> scale = LiteralScale.of(texts);
        if (scale.isEmpty()) {
            problems.add(bounds, "expected quantities of one kind such as " + example + ", got " + texts);
        }
        return scale;
    }

    private static Optional<Distribution> distribution(
            String kind, List<Double> numbers, Node bounds, Problems problems) {
        double low = numbers.get(0);
        double high = numbers.get(numbers.size() - 1);
        if (low >= high) {
            problems.add(bounds, "the first value must lie below the last");
            return Optional.empty();
        }
        return switch (kind) {
            case "uniform" -> Optional.of(new Uniform(low, high));
            case "log-uniform" -> logUniform(low, high, bounds, problems);
            case "whole" -> whole(low, high, bounds, problems);
            default -> triangular(low, numbers.get(1), high, bounds, problems);
        };
    }

    private static Optional<Distribution> logUniform(double low, double high, Node bounds, Problems problems) {
        if (low <= 0) {
            problems.add(bounds, "the bounds of log-uniform must be above 0");
            return Optional.empty();
        }
        return Optional.of(new LogUniform(low, high));
    }

    private static Optional<Distribution> whole(double low, double high, Node bounds, Problems problems) {
        if (low != Math.rint(low) || high != Math.rint(high) || Math.max(-low, high) > 999_999) {
            problems.add(bounds, "expected whole numbers below a million in one unit such as [10, 80]");
            return Optional.empty();
        }
        return Optional.of(new Whole(low, high));
    }

    private static Optional<Distribution> triangular(
            double low, double mode, double high, Node bounds, Problems problems) {
        if (mode < low || mode > high) {
            problems.add(bounds, "expected the lowest, the most likely and the highest value, in this order");
            return Optional.empty();
        }
        return Optional.of(new Triangular(low, mode, high));
    }
}
