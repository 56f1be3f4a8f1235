package dev.multisite.whatif;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import dev.multisite.experiment.ExperimentListener;

/**
 * Simulates points on the threads of this program. Each thread takes the next point that is not done; only where fewer
 * points than threads are left do the replications of one point share several threads.
 */
final class LocalEngine {
    private final Points points;
    private final PointRunner runner;
    private final PointsFile file;
    private final SweepListener listener;
    private final int replicationThreads;
    private final int pointThreads;
    private final AtomicInteger last = new AtomicInteger();

    LocalEngine(Points points, PointRunner runner, PointsFile file, int threads, SweepListener listener) {
        this.points = points;
        this.runner = runner;
        this.file = file;
        this.listener = listener;
        int open = Math.max(1, points.size() - file.done());
        this.pointThreads = Math.min(threads, open);
        this.replicationThreads = Math.max(1, threads / pointThreads);
    }

    /** Returns when every point is done. */
    void run() throws InterruptedException, IOException {
        listener.begins(points.size(), file.done());
        ExecutorService workers = Executors.newFixedThreadPool(pointThreads, task -> {
            Thread worker = new Thread(task, "point");
            worker.setDaemon(true);
            return worker;
        });
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < pointThreads; i++) {
                running.add(workers.submit(this::work));
            }
            for (Future<?> worker : running) {
                await(worker);
            }
        } finally {
            workers.shutdownNow();
            boolean stopped = workers.awaitTermination(5, TimeUnit.SECONDS);
            assert stopped || workers.isShutdown();
        }
    }

    private Void work() throws InterruptedException, IOException {
        for (int point = last.incrementAndGet(); point <= points.size(); point = last.incrementAndGet()) {
            if (!file.isDone(point)) {
                PointResult result = runner.run(points.get(point), replicationThreads, new PointProgress());
                file.append(result);
                listener.finished(result);
            }
            if (Thread.interrupted()) {
                throw new InterruptedException("after point " + point);
            }
        }
        return null;
    }

    private static void await(Future<?> worker) throws InterruptedException, IOException {
        try {
            worker.get();
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

    /** Passes on the progress of one point's replications as shares of the point. */
    private final class PointProgress implements ExperimentListener {
        private volatile int planned = 1;

        @Override
        public void planned(int replications) {
            planned = Math.max(1, replications);
        }

        @Override
        public void advanced(double replications, long requests) {
            listener.advanced(replications / planned, requests);
        }
    }
}
