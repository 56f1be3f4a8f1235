package dev.multisite.whatif;

import java.util.List;

import dev.multisite.experiment.ExperimentListener;
import dev.multisite.scenario.yaml.BaseScenario;
import dev.multisite.scenario.yaml.Problem;
import dev.multisite.scenario.yaml.ScenarioResult;
import dev.multisite.scenario.yaml.SearchRange;
import dev.multisite.statistics.Estimate;
import dev.multisite.whatif.PointResult.Done;
import dev.multisite.whatif.PointResult.Failed;

/** Simulates one figure of one architecture at values of a search. */
public final class FigureAt implements BreakEven.Figures {
    private final BaseScenario base;
    private final SearchRange range;
    private final Condition condition;
    private final String architecture;
    private final PointRunner runner;
    private final int threads;
    private final ExperimentListener listener;

    public FigureAt(
            BaseScenario base,
            SearchRange range,
            Condition condition,
            String architecture,
            PointRunner runner,
            int threads,
            ExperimentListener listener) {
        this.base = base;
        this.range = range;
        this.condition = condition;
        this.architecture = architecture;
        this.runner = runner;
        this.threads = threads;
        this.listener = listener;
    }

    /** Returns what is wrong with the scenario at a value. */
    public List<Problem> problems(double value) {
        return base.at(List.of(range.at(value))) instanceof ScenarioResult.Invalid invalid
                ? invalid.problems()
                : List.of();
    }

    /** Returns whether only whole numbers make valid scenarios between two whole bounds. */
    public boolean isWhole() {
        boolean bounds = range.low() == Math.rint(range.low()) && range.high() == Math.rint(range.high());
        return bounds && range.unit().isEmpty() && !problems(range.low() + 0.5).isEmpty();
    }

    /** @throws IllegalStateException if the point fails or has no such figure; the message is for the user */
    @Override
    public Estimate at(double value) throws InterruptedException {
        Point point = new Point(1, List.of(range.literal(value)), List.of(range.at(value)));
        PointResult result = runner.run(point, threads, listener);
        if (result instanceof Failed failed) {
            throw new IllegalStateException(range.path() + "=" + range.literal(value) + ": " + failed.reason());
        }
        Estimate estimate = condition.againstBaseline() ? difference((Done) result) : figure((Done) result);
        if (Double.isNaN(estimate.value())) {
            throw new IllegalStateException("architecture '" + architecture + "' has no " + condition.metric()
                    + (condition.country().isEmpty() ? "" : " of " + condition.country()) + " at " + range.path() + "="
                    + range.literal(value));
        }
        return estimate;
    }

    private Estimate figure(Done done) {
        return done.figures().stream()
                .filter(figure -> figure.architecture().equals(architecture)
                        && figure.country().equals(condition.country())
                        && figure.site().isEmpty()
                        && figure.metric().equals(condition.metric()))
                .map(PointResult.Figure::estimate)
                .findFirst()
                .orElse(Estimate.none());
    }

    private Estimate difference(Done done) {
        return done.differences().stream()
                .filter(row -> row.architecture().equals(architecture)
                        && row.country().equals(condition.country())
                        && row.metric().equals(condition.metric()))
                .map(PointResult.Difference::difference)
                .findFirst()
                .orElse(Estimate.none());
    }
}
