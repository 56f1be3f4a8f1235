package dev.multisite.spark;

import org.apache.spark.api.java.JavaSparkContext;

/** Ends a job that has no executors for too long; Spark would wait for ever. */
final class ExecutorWatch implements AutoCloseable {
    /** Setting: how long to wait for executors where there are none. */
    static final String SETTING = "spark.multisite.patience";

    private static final long PERIOD_MILLIS = 1000;

    private final JavaSparkContext spark;
    private final long patienceSeconds;
    private volatile boolean givenUp;
    private final Thread thread = new Thread(this::watch, "executor watch");

    private ExecutorWatch(JavaSparkContext spark, long patienceSeconds) {
        this.spark = spark;
        this.patienceSeconds = patienceSeconds;
    }

    static ExecutorWatch of(JavaSparkContext spark) {
        ExecutorWatch watch = new ExecutorWatch(spark, spark.getConf().getTimeAsSeconds(SETTING, "300s"));
        watch.thread.setDaemon(true);
        watch.thread.start();
        return watch;
    }

    private void watch() {
        if (spark.master().startsWith("local")) {
            return;
        }
        long last = System.nanoTime();
        try {
            while (true) {
                Thread.sleep(PERIOD_MILLIS);
                // The driver is in the list too.
                if (spark.statusTracker().getExecutorInfos().length > 1) {
                    last = System.nanoTime();
                } else if ((System.nanoTime() - last) / 1_000_000_000L >= patienceSeconds) {
                    // Again and again: the job may not have been submitted yet.
                    givenUp = true;
                    spark.sc().cancelAllJobs();
                }
            }
        } catch (InterruptedException e) {
            // The job is done.
        }
    }

    boolean hasGivenUp() {
        return givenUp;
    }

    String reason() {
        return "no executor for " + patienceSeconds + " s (" + SETTING + ")";
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
