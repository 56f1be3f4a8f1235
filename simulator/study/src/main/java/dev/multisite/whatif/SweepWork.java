package dev.multisite.whatif;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

import dev.multisite.scenario.yaml.BaseScenario;
import dev.multisite.scenario.yaml.WhatIfResult;

/** What an engine has to do for a sweep, and where it hands over what is done. Safe for several threads. */
public final class SweepWork {
    private final WhatIfResult.Valid input;
    private final Points points;
    private final PointsFile file;
    private final SweepListener listener;

    SweepWork(WhatIfResult.Valid input, Points points, PointsFile file, SweepListener listener) {
        this.input = input;
        this.points = points;
        this.file = file;
        this.listener = listener;
    }

    /** Returns the name of the what-if file. */
    public String name() {
        return input.whatIf().name();
    }

    /** Returns the scenario that the points vary. */
    public BaseScenario base() {
        return input.base();
    }

    /** Returns the figures asked for. */
    public List<String> measure() {
        return input.whatIf().measure();
    }

    /** Returns the points of the whole design. */
    public Points points() {
        return points;
    }

    /** Returns the number of points that are not done yet. */
    public int remaining() {
        return points.size() - file.done();
    }

    public boolean isDone(int point) {
        return file.isDone(point);
    }

    /** Returns the points that are not done yet, in their order. */
    public List<Point> open() {
        return IntStream.rangeClosed(1, points.size())
                .filter(number -> !file.isDone(number))
                .mapToObj(points::get)
                .toList();
    }

    /** Tells the listener that the engine begins. */
    public void begins() {
        listener.begins(points.size(), file.done());
    }

    /**
     * Tells the listener that part of a point is done.
     *
     * @param share part of the point, 0 to 1
     * @param requests requests simulated since the last call
     */
    public void advanced(double share, long requests) {
        listener.advanced(share, requests);
    }

    /**
     * Keeps the result of a point: it is safe on disk when this returns.
     *
     * @throws IOException if it cannot be written
     */
    public void finished(PointResult result) throws IOException {
        file.append(result);
        listener.finished(result);
    }
}
