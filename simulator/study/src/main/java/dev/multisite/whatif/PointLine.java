package dev.multisite.whatif;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.multisite.statistics.Estimate;
import dev.multisite.whatif.PointResult.Difference;
import dev.multisite.whatif.PointResult.Done;
import dev.multisite.whatif.PointResult.Failed;
import dev.multisite.whatif.PointResult.Figure;
import dev.multisite.whatif.PointResult.Values;

/** Writes the result of a point as one line of JSON, and reads it again with every digit. */
final class PointLine {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private PointLine() {}

    static String write(PointResult result) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("point", result.point());
        if (result instanceof Failed failed) {
            node.put("failed", failed.reason());
        } else if (result instanceof Done done) {
            ArrayNode figures = node.putArray("figures");
            done.figures().forEach(figure -> write(figure, figures.addArray()));
            ArrayNode differences = node.putArray("differences");
            done.differences().forEach(difference -> write(difference, differences.addArray()));
            ArrayNode values = node.putArray("values");
            done.values().forEach(series -> write(series, values.addArray()));
        }
        return MAPPER.writeValueAsString(node);
    }

    private static void write(Figure figure, ArrayNode cells) {
        cells.add(figure.architecture())
                .add(figure.country())
                .add(figure.site())
                .add(figure.metric())
                .add(figure.unit());
        write(figure.estimate(), cells);
        cells.add(figure.replications()).add(figure.note());
    }

    private static void write(Difference difference, ArrayNode cells) {
        cells.add(difference.architecture())
                .add(difference.baseline())
                .add(difference.country())
                .add(difference.metric())
                .add(difference.unit());
        write(difference.difference(), cells);
        number(difference.ratio(), cells);
        number(difference.better(), cells);
        cells.add(difference.replications());
    }

    private static void write(Estimate estimate, ArrayNode cells) {
        number(estimate.value(), cells);
        number(estimate.low(), cells);
        number(estimate.high(), cells);
        cells.add(estimate.observations());
    }

    private static void write(Values values, ArrayNode cells) {
        cells.add(values.architecture()).add(values.metric());
        values.byReplication().forEach(value -> number(value, cells));
    }

    /** JSON has no NaN and no infinity: NaN is null, infinities are words. */
    private static void number(double value, ArrayNode cells) {
        if (Double.isNaN(value)) {
            cells.addNull();
        } else if (Double.isInfinite(value)) {
            cells.add(Double.toString(value));
        } else {
            cells.add(value);
        }
    }

    static PointResult read(String line) {
        JsonNode node = MAPPER.readTree(line);
        int point = node.get("point").intValue();
        if (node.has("failed")) {
            return new Failed(point, node.get("failed").stringValue());
        }
        List<Figure> figures = new ArrayList<>();
        node.get("figures").forEach(cells -> figures.add(figure(cells)));
        List<Difference> differences = new ArrayList<>();
        node.get("differences").forEach(cells -> differences.add(difference(cells)));
        List<Values> values = new ArrayList<>();
        node.get("values").forEach(cells -> values.add(values(cells)));
        return new Done(point, figures, differences, values);
    }

    private static Figure figure(JsonNode cells) {
        return new Figure(
                text(cells, 0),
                text(cells, 1),
                text(cells, 2),
                text(cells, 3),
                text(cells, 4),
                estimate(cells, 5),
                cells.get(9).intValue(),
                text(cells, 10));
    }

    private static Difference difference(JsonNode cells) {
        return new Difference(
                text(cells, 0),
                text(cells, 1),
                text(cells, 2),
                text(cells, 3),
                text(cells, 4),
                estimate(cells, 5),
                number(cells.get(9)),
                number(cells.get(10)),
                cells.get(11).intValue());
    }

    private static Values values(JsonNode cells) {
        List<Double> numbers = new ArrayList<>();
        for (int i = 2; i < cells.size(); i++) {
            numbers.add(number(cells.get(i)));
        }
        return new Values(text(cells, 0), text(cells, 1), numbers);
    }

    private static Estimate estimate(JsonNode cells, int first) {
        return new Estimate(
                number(cells.get(first)),
                number(cells.get(first + 1)),
                number(cells.get(first + 2)),
                cells.get(first + 3).intValue());
    }

    private static String text(JsonNode cells, int index) {
        return cells.get(index).stringValue();
    }

    private static double number(JsonNode cell) {
        if (cell.isNull()) {
            return Double.NaN;
        }
        return cell.isString() ? Double.parseDouble(cell.stringValue()) : cell.doubleValue();
    }
}
