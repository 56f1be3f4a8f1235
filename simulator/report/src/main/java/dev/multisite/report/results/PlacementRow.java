package dev.multisite.report.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A placement that an optimisation looked at, as the model sees it.
 *
 * @param name its sites
 * @param rank place in the order of the objective, from 1; NaN: on the Pareto front only
 * @param pareto whether no other beats it in every figure
 * @param selected whether the simulation selected it
 * @param latencyMillis mean round trip
 * @param costUsd cost over the period
 */
public record PlacementRow(
        String name, double rank, boolean pareto, boolean selected, double latencyMillis, double costUsd) {

    /** Reads {@code placements.csv}; a folder that is no optimisation has none. */
    public static List<PlacementRow> read(Path folder) throws IOException {
        return Table.read(
                folder.resolve("placements.csv"),
                row -> new PlacementRow(
                        row.text("placement"),
                        row.number("rank"),
                        row.text("pareto").equals("true"),
                        row.text("selected").equals("true"),
                        row.number("model-latency-mean"),
                        row.number("model-cost")));
    }
}
