package dev.multisite.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import scala.Function2;
import scala.runtime.BoxedUnit;

import dev.multisite.whatif.PointResult;
import dev.multisite.whatif.SweepWork;

/** Takes the results of tasks as they arrive, each once, in this program. A failure to keep one ends the job. */
final class Handover implements Function2<Object, PointResult, BoxedUnit> {
    private final SweepWork work;
    private final AtomicReference<@Nullable IOException> fault = new AtomicReference<>();

    Handover(SweepWork work) {
        this.work = work;
    }

    @Override
    public BoxedUnit apply(Object task, PointResult result) {
        try {
            work.finished(result);
            work.advanced(1, 0);
        } catch (IOException e) {
            fault.set(e);
            throw new UncheckedIOException(e);
        }
        return BoxedUnit.UNIT;
    }

    /** Throws what kept a result from being kept, if anything did. */
    void rethrow() throws IOException {
        IOException e = fault.get();
        if (e != null) {
            throw e;
        }
    }
}
