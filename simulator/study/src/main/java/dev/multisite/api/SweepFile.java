package dev.multisite.api;

import java.nio.file.Path;
import java.util.List;

import dev.multisite.catalogue.Catalogue;
import dev.multisite.scenario.yaml.Problem;
import dev.multisite.scenario.yaml.UnreadableInputException;
import dev.multisite.scenario.yaml.WhatIfReader;
import dev.multisite.scenario.yaml.WhatIfResult;
import dev.multisite.simulation.ReplicationSimulators;
import dev.multisite.whatif.Sweep;
import dev.multisite.whatif.SweepException;
import dev.multisite.whatif.SweepListener;
import dev.multisite.whatif.SweepOutcome;

/** A valid what-if file. */
public final class SweepFile {
    private final Sweep sweep;

    private SweepFile(Sweep sweep) {
        this.sweep = sweep;
    }

    /**
     * Reads a what-if file and the scenario of every point.
     *
     * @throws InvalidInputException if they have problems
     * @throws UnreadableInputException if a file is missing or cannot be read
     */
    public static SweepFile read(Path file)
            throws InvalidInputException, UnreadableInputException, InterruptedException {
        WhatIfResult result = new WhatIfReader(Catalogue.standard()).read(file);
        if (result instanceof WhatIfResult.Invalid invalid) {
            throw new InvalidInputException(invalid.problems());
        }
        Sweep sweep = new Sweep((WhatIfResult.Valid) result, Version.current());
        List<Problem> problems = sweep.problems(Runtime.getRuntime().availableProcessors());
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return new SweepFile(sweep);
    }

    /** Returns the number of points. */
    public int points() {
        return sweep.points().size();
    }

    /**
     * Simulates the points that {@code folder} does not have yet, on all cores, and writes {@code sweep.csv} and the others.
     * A sweep that was interrupted goes on.
     *
     * @throws SweepException if the folder holds something else or cannot be written
     */
    public SweepOutcome run(Path folder) throws InterruptedException, SweepException {
        return sweep.run(
                folder,
                Sweep.Existing.RESUME,
                scenario -> ReplicationSimulators.of(scenario, Catalogue.standard()),
                Runtime.getRuntime().availableProcessors(),
                SweepListener.NONE);
    }
}
