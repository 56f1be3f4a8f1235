package dev.multisite.results;

import java.util.ArrayList;
import java.util.List;

import dev.multisite.scenario.yaml.ScenarioDifference;

/**
 * In what two runs differ before anything was simulated: scenario, seed, replications, program.
 *
 * @param run folder of the second run
 * @param path path of the value in the scenario, or {@code (program)}, {@code (scenario)}
 * @param before its value in the first run; empty where it has none
 * @param after its value in the second run
 */
public record InputDifference(String run, String path, String before, String after) {

    /** Returns the differences of every other run to the first. */
    public static List<InputDifference> of(List<StoredRun> runs) {
        List<InputDifference> all = new ArrayList<>();
        StoredRun first = runs.get(0);
        for (StoredRun run : runs.subList(1, runs.size())) {
            String name = String.valueOf(run.folder().getFileName());
            add(all, name, "(scenario)", first.scenario(), run.scenario());
            add(all, name, "(program)", first.programVersion(), run.programVersion());
            for (ScenarioDifference difference : ScenarioDifference.of(first.effective(), run.effective())) {
                all.add(new InputDifference(name, difference.path(), difference.before(), difference.after()));
            }
            boolean stated = all.stream().anyMatch(other -> other.path().equals("simulation.seed"));
            if (!stated) {
                add(all, name, "(seed)", Long.toString(first.seed()), Long.toString(run.seed()));
            }
            add(
                    all,
                    name,
                    "(replications)",
                    Integer.toString(first.replications()),
                    Integer.toString(run.replications()));
        }
        return all;
    }

    private static void add(List<InputDifference> all, String run, String path, String before, String after) {
        if (!before.equals(after)) {
            all.add(new InputDifference(run, path, before, after));
        }
    }
}
