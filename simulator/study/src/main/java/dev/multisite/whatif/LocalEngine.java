package dev.multisite.whatif;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.multisite.experiment.ExperimentListener;
import dev.multisite.scenario.Scenario;
import dev.multisite.simulation.ReplicationSimulator;

/**
 * Simulates points on the threads of this program. Each thread takes the next point that is not done; only where fewer
 * points than threads are left do the replications of one point share several threads.
 */
final class LocalEngine implements SweepEngine {
    private final Function<Scenario, ReplicationSimulator> simulators;
    private final int threads;

    /**
     * @param simulators makes the simulator of a scenario
     * @param threads points or replications at once, at least 1
     */
    LocalEngine(Function<Scenario, ReplicationSimulator> simulators, int threads) {
        this.simulators = simulators;
        this.threads = threads;
    }

    @Override
    public void run(SweepWork work) throws InterruptedException, IOException {
        work.begins();
        int pointThreads = Math.min(threads, Math.max(1, work.remaining()));
        Worker worker = new Worker(work, Math.max(1, threads / pointThreads));
        ExecutorService workers = Executors.newFixedThreadPool(pointThreads, task -> {
            Thread thread = new Thread(task, "point");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < pointThreads; i++) {
                running.add(workers.submit(worker));
            }
            for (Future<?> end : running) {
                await(end);
            }
        } finally {
            workers.shutdownNow();
            boolean stopped = workers.awaitTermination(5, TimeUnit.SECONDS);
            assert stopped || workers.isShutdown();
        }
    }

    private static void await(Future<?> end) throws InterruptedException, IOException {
        try {
            end.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException fault) {
                throw fault;
            }
            if (e.getCause() instanceof InterruptedException) {
                throw new InterruptedException("a point was interrupted");
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Takes the next point that is not done, until none is left. One object, on several threads. */
    private final class Worker implements Callable<Void> {
        private final SweepWork work;
        private final PointRunner runner;
        private final int replicationThreads;
        private final AtomicInteger last = new AtomicInteger();

        Worker(SweepWork work, int replicationThreads) {
            this.work = work;
            this.runner = new PointRunner(work.base(), work.measure(), simulators);
            this.replicationThreads = replicationThreads;
        }

        @Override
        public @Nullable Void call() throws InterruptedException, IOException {
            int points = work.points().size();
            for (int point = last.incrementAndGet(); point <= points; point = last.incrementAndGet()) {
                if (!work.isDone(point)) {
                    work.finished(runner.run(work.points().get(point), replicationThreads, new PointProgress(work)));
                }
                if (Thread.interrupted()) {
                    throw new InterruptedException("after point " + point);
                }
            }
            return null;
        }
    }

    /** Passes on the progress of one point's replications as shares of the point. */
    private static final class PointProgress implements ExperimentListener {
        private final SweepWork work;
        private volatile int planned = 1;

        PointProgress(SweepWork work) {
            this.work = work;
        }

        @Override
        public void planned(int replications) {
            planned = Math.max(1, replications);
        }

        @Override
        public void advanced(double replications, long requests) {
            work.advanced(replications / planned, requests);
        }
    }
}
