package dev.multisite.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import dev.multisite.scenario.yaml.BaseScenario;
import dev.multisite.scenario.yaml.Problem;
import dev.multisite.scenario.yaml.ScenarioResult;

/** Reads the scenario of every point before the first is simulated: values that are fine alone may clash. */
final class PointChecks {
    private static final int MOST_POINTS_SHOWN = 5;

    private final Points points;
    private final BaseScenario base;

    PointChecks(Points points, BaseScenario base) {
        this.points = points;
        this.base = base;
    }

    List<Problem> problems(int threads) throws InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        AtomicInteger last = new AtomicInteger();
        AtomicInteger bad = new AtomicInteger();
        List<Future<List<Problem>>> running = new ArrayList<>();
        try {
            for (int i = 0; i < threads; i++) {
                running.add(workers.submit(() -> check(last, bad)));
            }
            List<Problem> found = new ArrayList<>();
            for (Future<List<Problem>> worker : running) {
                found.addAll(worker.get());
            }
            return found.stream().distinct().toList();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    private List<Problem> check(AtomicInteger last, AtomicInteger bad) throws InterruptedException {
        List<Problem> found = new ArrayList<>();
        for (int number = last.incrementAndGet();
                number <= points.size() && bad.get() < MOST_POINTS_SHOWN;
                number = last.incrementAndGet()) {
            if (Thread.interrupted()) {
                throw new InterruptedException("while points were checked");
            }
            Point point = points.get(number);
            if (base.at(point.settings()) instanceof ScenarioResult.Invalid invalid) {
                bad.incrementAndGet();
                invalid.problems().forEach(problem -> found.add(of(point, problem)));
            }
        }
        return found;
    }

    private static Problem of(Point point, Problem problem) {
        String where = "at point " + point.number() + " (" + String.join(", ", point.labels()) + ")";
        String hint = problem.hint().isEmpty() ? where : problem.hint() + "; " + where;
        return new Problem(
                problem.file(), problem.line(), problem.column(), problem.keyPath(), problem.message(), hint);
    }
}
