package dev.multisite.cli;

import java.util.concurrent.atomic.AtomicInteger;

import dev.multisite.whatif.PointResult;
import dev.multisite.whatif.SweepListener;

/** Counts the points of a sweep that are safe on disk, and shows how far the points of this run are. */
final class SweepProgress {
    private final AtomicInteger done = new AtomicInteger();

    int done() {
        return done.get();
    }

    SweepListener and(Progress progress) {
        return new SweepListener() {
            @Override
            public void begins(int points, int alreadyDone) {
                done.set(alreadyDone);
                progress.planned(points - alreadyDone);
            }

            @Override
            public void advanced(double share, long requests) {
                progress.advanced(share, requests);
            }

            @Override
            public void finished(PointResult result) {
                done.incrementAndGet();
            }
        };
    }
}
