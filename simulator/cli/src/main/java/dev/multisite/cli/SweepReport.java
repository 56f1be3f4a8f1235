package dev.multisite.cli;

import java.io.PrintWriter;
import java.util.List;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.multisite.scenario.SimulationSpec.Replications;
import dev.multisite.scenario.whatif.Axis;
import dev.multisite.scenario.yaml.WhatIfResult;
import dev.multisite.whatif.Point;
import dev.multisite.whatif.Points;
import dev.multisite.whatif.SweepOutcome;

/** Prints the plan or the outcome of a sweep. */
final class SweepReport {
    private static final int MOST_POINTS = 20;

    private final PrintWriter out;
    private final WhatIfResult.Valid input;
    private final boolean json;
    private final boolean quiet;

    SweepReport(PrintWriter out, WhatIfResult.Valid input, boolean json, boolean quiet) {
        this.out = out;
        this.input = input;
        this.json = json;
        this.quiet = quiet;
    }

    void plan(Points points) {
        if (json) {
            ObjectNode root = begin(points.size());
            ArrayNode axes = root.putArray("axes");
            paths().forEach(axes::add);
            ArrayNode rows = root.putArray("plan");
            for (int number = 1; number <= points.size(); number++) {
                ArrayNode labels = rows.addArray();
                points.get(number).labels().forEach(labels::add);
            }
            print(root);
            return;
        }
        out.println(what(points.size()));
        int shown = points.size() <= MOST_POINTS ? points.size() : MOST_POINTS - 1;
        for (int number = 1; number <= shown; number++) {
            out.println(line(points.get(number)));
        }
        if (shown < points.size()) {
            out.println("  ...");
            out.println(line(points.get(points.size())));
        }
    }

    private String line(Point point) {
        StringBuilder line = new StringBuilder("%6d".formatted(point.number()));
        for (int i = 0; i < point.labels().size(); i++) {
            line.append("  ")
                    .append(paths().get(i))
                    .append('=')
                    .append(point.labels().get(i));
        }
        return line.toString();
    }

    private List<String> paths() {
        return input.whatIf().axes().stream().map(Axis::path).toList();
    }

    private String what(int points) {
        Replications replications = input.base().scenario().simulation().replications();
        String each = replications instanceof Replications.Fixed fixed
                ? fixed.count() + (fixed.count() == 1 ? " replication" : " replications")
                : "as many replications as the precision asks for";
        return "%d points (%s), each %s of %d architectures, seed %d"
                .formatted(
                        points,
                        input.whatIf().design().key(),
                        each,
                        input.base().scenario().architectures().size(),
                        input.base().scenario().simulation().seed());
    }

    void print(SweepOutcome outcome) {
        if (json) {
            ObjectNode root = begin(outcome.points())
                    .put("failed", outcome.failed())
                    .put("folder", outcome.folder().toString());
            ArrayNode idle = root.putArray("axes-without-effect");
            outcome.idleAxes().forEach(idle::add);
            print(root);
        } else if (quiet) {
            out.println(outcome.folder());
        } else {
            out.println(what(outcome.points()));
            Tornado.lines(input.whatIf().measure(), outcome.sensitivity()).forEach(out::println);
            outcome.idleAxes().forEach(axis -> out.println("No figure moves with " + axis + "."));
            if (outcome.failed() > 0) {
                out.println(outcome.failed() + " points failed; sweep-failures.csv says why");
            }
            out.println("Results: " + outcome.folder());
        }
    }

    private ObjectNode begin(int points) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("what-if", input.whatIf().name())
                .put("design", input.whatIf().design().key())
                .put("points", points);
    }

    private void print(ObjectNode root) {
        out.println(
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(root));
    }
}
