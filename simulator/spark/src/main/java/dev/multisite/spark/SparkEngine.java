package dev.multisite.spark;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import scala.reflect.ClassTag$;

import dev.multisite.whatif.Point;
import dev.multisite.whatif.PointResult;
import dev.multisite.whatif.SweepEngine;
import dev.multisite.whatif.SweepException;
import dev.multisite.whatif.SweepException.Kind;
import dev.multisite.whatif.SweepWork;

/**
 * Simulates the points of a sweep as the tasks of one Spark job. Results come back one by one and are kept by this program,
 * so that nothing but the tasks under way is lost with a worker (Spark repeats those) or with this program (a resumption
 * does).
 */
final class SparkEngine implements SweepEngine {
    private final String master;
    private final Map<String, String> settings;

    SparkEngine(String master, Map<String, String> settings) {
        this.master = master;
        this.settings = Map.copyOf(settings);
    }

    @Override
    public void run(SweepWork work) throws InterruptedException, IOException, SweepException {
        work.begins();
        List<Point> open = work.open();
        if (open.isEmpty()) {
            return;
        }
        SparkConf conf = new SparkSettings(master, settings).of(work.name());
        SharedBase base = new SharedBase(work.base().packed(), work.measure());
        Handover handover = new Handover(work);
        try (JavaSparkContext spark = new JavaSparkContext(conf);
                ExecutorWatch watch = ExecutorWatch.of(spark)) {
            try {
                simulate(spark, base, open, handover);
            } catch (Exception e) {
                handover.rethrow();
                throw watch.hasGivenUp() ? lost(spark.master(), watch.reason(), e) : e;
            }
        } catch (InterruptedException | IOException | SweepException e) {
            throw e;
        } catch (Exception e) { // Spark's own are checked exceptions that no signature tells of
            throw lost(conf.get("spark.master"), message(e), e);
        }
    }

    private static void simulate(JavaSparkContext spark, SharedBase base, List<Point> open, Handover handover) {
        Broadcast<SharedBase> shared = spark.broadcast(base);
        JavaRDD<Point> tasks = spark.parallelize(open, open.size());
        spark.sc()
                .runJob(
                        tasks.rdd(),
                        new PointTask(shared),
                        handover,
                        ClassTag$.MODULE$.<PointResult>apply(PointResult.class));
    }

    private static String message(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static SweepException lost(String address, String reason, Exception e) {
        return new SweepException(
                Kind.ENGINE_LOST,
                "Spark at " + address + ": " + reason + "; the points that are done are kept, go on with --resume",
                e);
    }
}
