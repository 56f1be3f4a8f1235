package dev.multisite.experiment;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.SimulationSpec.Replications;
import dev.multisite.simulation.ReplicationResult;
import dev.multisite.simulation.ReplicationSimulator;
import dev.multisite.statistics.SequentialStopping;

/**
 * Simulates every architecture of a scenario in every replication. Replications run on several threads, but are summed up
 * in the order (replication, architecture), so that neither the figures nor the number of replications depend on the
 * threads. At most two results per thread wait for their turn.
 */
public final class Experiment {
    private static final double CONFIDENCE = 0.95;

    private final Scenario scenario;
    private final ReplicationSimulator simulator;
    private final ExperimentListener listener;
    private final List<String> architectures;
    private final int threads;

    private Experiment(Scenario scenario, ReplicationSimulator simulator, int threads, ExperimentListener listener) {
        this.scenario = scenario;
        this.simulator = simulator;
        this.threads = threads;
        this.listener = listener;
        this.architectures = List.copyOf(scenario.architectures().keySet());
    }

    /**
     * Runs the experiment.
     *
     * @param threads replications simulated at once, at least 1
     * @throws InterruptedException if the thread was interrupted; every replication under way has been told to stop
     * @throws ReplicationFailedException if a replication broke off
     */
    public static ExperimentResult run(
            Scenario scenario, ReplicationSimulator simulator, int threads, ExperimentListener listener)
            throws InterruptedException {
        return new Experiment(scenario, simulator, threads, listener).run();
    }

    private ExperimentResult run() throws InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(threads, task -> {
            Thread worker = new Thread(task, "replication");
            worker.setDaemon(true);
            return worker;
        });
        try {
            return scenario.simulation().replications() instanceof Replications.Precision precision
                    ? untilPrecise(workers, precision)
                    : fixed(workers, (Replications.Fixed) scenario.simulation().replications());
        } finally {
            workers.shutdownNow();
            awaitQuietly(workers);
        }
    }

    private ExperimentResult fixed(ExecutorService workers, Replications.Fixed replications)
            throws InterruptedException {
        Collector collector = new Collector(scenario, CONFIDENCE);
        simulate(workers, collector, 0, replications.count());
        return collector.result(Double.NaN);
    }

    private ExperimentResult untilPrecise(ExecutorService workers, Replications.Precision precision)
            throws InterruptedException {
        Collector collector = new Collector(scenario, precision.confidence());
        SequentialStopping rule =
                new SequentialStopping(precision.relativeHalfWidth(), precision.min(), precision.max());
        int done = 0;
        while (true) {
            simulate(workers, collector, done, rule.nextCheck());
            done = rule.nextCheck();
            double reached = collector.relativeHalfWidth(precision.of());
            if (rule.stopAt(reached)) {
                return collector.result(reached);
            }
        }
    }

    private void simulate(ExecutorService workers, Collector collector, int from, int until)
            throws InterruptedException {
        listener.planned(until * architectures.size());
        Deque<Future<ReplicationResult>> waiting = new ArrayDeque<>();
        int next = from * architectures.size();
        int end = until * architectures.size();
        while (next < end || !waiting.isEmpty()) {
            while (next < end && waiting.size() < 2 * threads) {
                int task = next++;
                waiting.add(workers.submit(() -> replication(task)));
            }
            collector.add(result(waiting.remove()));
        }
    }

    private ReplicationResult replication(int task) throws InterruptedException {
        String architecture = architectures.get(task % architectures.size());
        int replication = task / architectures.size();
        double[] told = {0};
        ReplicationSimulator.Progress progress = (share, requests) -> {
            listener.advanced(Math.max(0, share - told[0]), requests);
            told[0] = Math.max(share, told[0]);
        };
        try {
            ReplicationResult result = simulator.simulate(architecture, replication, progress);
            listener.advanced(Math.max(0, 1 - told[0]), 0);
            return result;
        } catch (RuntimeException | Error e) {
            throw new ReplicationFailedException(architecture, replication, e);
        }
    }

    private static ReplicationResult result(Future<ReplicationResult> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ReplicationFailedException failure) {
                throw failure;
            }
            if (e.getCause() instanceof InterruptedException) {
                throw new InterruptedException("a replication was interrupted");
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Waits a moment for replications that were told to stop; they are daemons, so none keeps the program alive. */
    private static void awaitQuietly(ExecutorService workers) {
        try {
            boolean stopped = workers.awaitTermination(2, TimeUnit.SECONDS);
            assert stopped || workers.isShutdown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
