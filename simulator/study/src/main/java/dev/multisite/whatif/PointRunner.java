package dev.multisite.whatif;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import dev.multisite.experiment.Experiment;
import dev.multisite.experiment.ExperimentListener;
import dev.multisite.experiment.ExperimentResult;
import dev.multisite.experiment.ReplicationFailedException;
import dev.multisite.experiment.ReplicationRow;
import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.yaml.BaseScenario;
import dev.multisite.scenario.yaml.ScenarioResult;
import dev.multisite.simulation.ReplicationSimulator;
import dev.multisite.simulation.Slice;
import dev.multisite.whatif.PointResult.Difference;
import dev.multisite.whatif.PointResult.Done;
import dev.multisite.whatif.PointResult.Failed;
import dev.multisite.whatif.PointResult.Figure;
import dev.multisite.whatif.PointResult.Values;

/**
 * Simulates points. The result of a point follows from the point alone: every point uses the base scenario's seed, so that
 * points differ by what was varied and not by luck (common random numbers).
 */
public final class PointRunner {
    private final BaseScenario base;
    private final Set<String> measure;
    private final Function<Scenario, ReplicationSimulator> simulators;

    /** @param simulators makes the simulator of a scenario */
    public PointRunner(BaseScenario base, List<String> measure, Function<Scenario, ReplicationSimulator> simulators) {
        this.base = base;
        this.measure = new HashSet<>(measure);
        this.simulators = simulators;
    }

    /**
     * Simulates a point. What goes wrong in it becomes its result.
     *
     * @param threads replications at once
     * @throws InterruptedException if the thread was interrupted
     */
    public PointResult run(Point point, int threads, ExperimentListener listener) throws InterruptedException {
        ScenarioResult read = base.at(point.settings());
        if (read instanceof ScenarioResult.Invalid invalid) {
            return new Failed(point.number(), invalid.problems().get(0).text());
        }
        Scenario scenario = ((ScenarioResult.Valid) read).scenario();
        try {
            return done(point, Experiment.run(scenario, simulators.apply(scenario), threads, listener));
        } catch (ReplicationFailedException e) {
            return new Failed(point.number(), String.valueOf(e.getMessage()));
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            return new Failed(point.number(), e.toString());
        }
    }

    private Done done(Point point, ExperimentResult result) {
        List<Figure> figures = result.metrics().stream()
                .filter(row -> isShown(row.metric(), row.slice()))
                .map(row -> new Figure(
                        row.architecture(),
                        row.slice().country(),
                        row.slice().site(),
                        row.metric(),
                        row.unit(),
                        row.estimate(),
                        row.replications(),
                        row.note().key()))
                .toList();
        List<Difference> differences = result.comparison().stream()
                .filter(row -> measure.contains(row.metric()) && row.service().isEmpty())
                .map(row -> new Difference(
                        row.architecture(),
                        row.baseline(),
                        row.country(),
                        row.metric(),
                        row.unit(),
                        row.difference(),
                        row.ratio().value(),
                        row.better().value(),
                        row.replications()))
                .toList();
        return new Done(point.number(), figures, differences, values(result));
    }

    private boolean isShown(String metric, Slice slice) {
        return measure.contains(metric)
                && slice.period().isEmpty()
                && slice.service().isEmpty();
    }

    private List<Values> values(ExperimentResult result) {
        Map<List<String>, List<Double>> series = new LinkedHashMap<>();
        for (ReplicationRow row : result.replicationRows()) {
            if (measure.contains(row.metric()) && row.slice().equals(Slice.ALL)) {
                series.computeIfAbsent(List.of(row.architecture(), row.metric()), key -> new ArrayList<>())
                        .add(row.value());
            }
        }
        return series.entrySet().stream()
                .map(entry -> new Values(entry.getKey().get(0), entry.getKey().get(1), entry.getValue()))
                .toList();
    }
}
