package dev.multisite.whatif;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.yaml.Problem;
import dev.multisite.scenario.yaml.WhatIfResult;
import dev.multisite.simulation.ReplicationSimulator;

/**
 * A sweep: every point of a what-if file, simulated and written into a folder.
 *
 * <p>The folder holds {@code points.log} while points are being simulated; the results files take its place when all are
 * done, {@code sweep.json} last. Equal input, seed and program version give equal bytes, whatever the number of threads and
 * however often the sweep was interrupted and resumed.
 */
public final class Sweep {
    private final WhatIfResult.Valid input;
    private final Points points;
    private final String version;

    /** @param version of the program; a sweep is resumed by the version that began it */
    public Sweep(WhatIfResult.Valid input, String version) {
        this.input = input;
        this.points = Points.of(input.whatIf(), input.base());
        this.version = version;
    }

    /** Returns the points of the design. */
    public Points points() {
        return points;
    }

    /** Returns what is wrong with the scenarios of the points, the first problems of at most a few points. */
    public List<Problem> problems(int threads) throws InterruptedException {
        return new PointChecks(points, input.base()).problems(threads);
    }

    /** Returns a name for the folder: equal for equal input. */
    public String folderName() {
        String safe =
                input.whatIf().name().replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^[.-]+|[.-]+$", "");
        return (safe.isEmpty() ? "sweep" : safe.substring(0, Math.min(60, safe.length())))
                + "-"
                + fingerprint().substring(0, 10);
    }

    private String fingerprint() {
        return SweepJson.fingerprint(input, version);
    }

    /**
     * Simulates what is not done yet, and writes the results.
     *
     * @param existing what to do with a sweep that the folder holds
     * @param simulators makes the simulator of a scenario
     * @param threads points or replications at once, at least 1
     * @throws InterruptedException if the thread was interrupted; the points that are done are kept for a resumption
     * @throws SweepException if the folder is not this sweep's or cannot be written; points that are done are kept
     */
    public SweepOutcome run(
            Path folder,
            Existing existing,
            Function<Scenario, ReplicationSimulator> simulators,
            int threads,
            SweepListener listener)
            throws InterruptedException, SweepException {
        return run(folder, existing, new LocalEngine(simulators, threads), listener);
    }

    /**
     * Has an engine simulate what is not done yet, and writes the results.
     *
     * @param existing what to do with a sweep that the folder holds
     * @throws InterruptedException if the thread was interrupted; the points that are done are kept for a resumption
     * @throws SweepException if the folder is not this sweep's or cannot be written, or the engine fails; points that are
     *     done are kept
     */
    public SweepOutcome run(Path folder, Existing existing, SweepEngine engine, SweepListener listener)
            throws InterruptedException, SweepException {
        SweepFolder place = new SweepFolder(folder, fingerprint());
        try {
            if (place.prepare(existing)) {
                return new SweepOutcome(folder, points.size(), place.failed(), List.of());
            }
            try (PointsFile file = PointsFile.open(place.pointsFile(), fingerprint(), points.size())) {
                engine.run(new SweepWork(input, points, file, listener));
                SweepFiles files = new SweepFiles(folder, input.whatIf().axes(), points, file);
                files.write();
                List<SensitivityRow> moved = files.writeSensitivity(new Sensitivity(
                        input.whatIf(),
                        points,
                        input.base().scenario().simulation().seed()));
                place.complete(SweepJson.of(input, version, points.size(), files.failed()));
                return new SweepOutcome(folder, points.size(), files.failed(), moved);
            }
        } catch (IOException e) {
            throw SweepFolder.cannotWrite(folder, e);
        }
    }

    /** What to do with a sweep that the folder holds already. */
    public enum Existing {
        /** Nothing: it is an error. */
        KEEP,
        /** Simulate the points that it lacks. */
        RESUME,
        /** Begin anew. */
        REPLACE
    }
}
