package dev.multisite.spark;

import java.io.Serializable;

import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import scala.Function2;
import scala.collection.Iterator;

import dev.multisite.experiment.ExperimentListener;
import dev.multisite.whatif.Point;
import dev.multisite.whatif.PointResult;

/** Simulates the one point of a task, on an executor. */
final class PointTask implements Function2<TaskContext, Iterator<Point>, PointResult>, Serializable {
    private static final long serialVersionUID = 1L;

    private final Broadcast<SharedBase> shared;

    PointTask(Broadcast<SharedBase> shared) {
        this.shared = shared;
    }

    @Override
    public PointResult apply(TaskContext context, Iterator<Point> points) {
        try {
            return shared.value().runner().run(points.next(), 1, ExperimentListener.NONE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the task was killed", e);
        }
    }
}
