package dev.multisite.results;

import java.nio.file.Path;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import dev.multisite.experiment.ComparisonRow;
import dev.multisite.experiment.ExperimentResult;
import dev.multisite.experiment.MetricRow;
import dev.multisite.statistics.Estimate;

/** A run as one JSON document: {@code run.json} with the figures of {@code metrics.csv} and {@code comparison.csv}. */
public final class RunDocument {
    private RunDocument() {}

    /** Returns the document of a run whose results lie in {@code folder}. */
    public static ObjectNode of(RunInfo info, ExperimentResult result, Path folder) {
        ObjectNode root = RunJson.node(info, result);
        root.put("folder", folder.toString());
        ArrayNode metrics = root.putArray("metrics");
        result.metrics().forEach(row -> metric(metrics.addObject(), row));
        ArrayNode comparison = root.putArray("comparison");
        result.comparison().forEach(row -> comparison(comparison.addObject(), row));
        return root;
    }

    private static void metric(ObjectNode node, MetricRow row) {
        node.put("architecture", row.architecture());
        node.put("period", row.slice().period());
        node.put("country", row.slice().country());
        node.put("site", row.slice().site());
        node.put("service", row.slice().service());
        node.put("metric", row.metric());
        node.put("unit", row.unit());
        RunJson.putEstimate(node, row.estimate());
        node.put("replications", row.replications());
        RunJson.putNumber(node, "events", row.events());
        node.put("note", row.note().key());
    }

    /** Writes a row of a comparison. */
    public static void comparison(ObjectNode node, ComparisonRow row) {
        node.put("architecture", row.architecture());
        node.put("baseline", row.baseline());
        node.put("country", row.country());
        node.put("service", row.service());
        node.put("metric", row.metric());
        node.put("unit", row.unit());
        Estimate difference = row.difference();
        RunJson.putNumber(node, "difference", difference.value());
        RunJson.putNumber(node, "ci-low", difference.low());
        RunJson.putNumber(node, "ci-high", difference.high());
        RunJson.putNumber(node, "ratio", row.ratio().value());
        RunJson.putNumber(node, "p-better", row.better().value());
        node.put("replications", row.replications());
    }
}
