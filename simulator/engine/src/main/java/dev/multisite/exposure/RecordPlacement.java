package dev.multisite.exposure;

import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

import dev.multisite.scenario.DataSpec;
import dev.multisite.scenario.PopulationSpec;

/** Where an architecture keeps the records that requests are about, over time. */
public final class RecordPlacement {

    private final DataTimeline timeline;
    private final Stocks stocks;

    RecordPlacement(DataTimeline timeline, Stocks stocks) {
        this.timeline = timeline;
        this.stocks = stocks;
    }

    /** Returns the instants before {@code endSeconds} at which a move of records begins or has copied the last one, and 0. */
    public NavigableSet<Double> changes(double endSeconds) {
        NavigableSet<Double> changes = new TreeSet<>();
        changes.add(0.0);
        for (DataTimeline.Stage stage : timeline.stages()) {
            changes.add(stage.migration().startSeconds());
            changes.add(stage.migration().startSeconds() + stage.migration().copySeconds());
        }
        return new TreeSet<>(changes.headSet(endSeconds, false));
    }

    /** Returns when the move that holds or has held last at a time began. */
    public double moveFromSeconds(double timeSeconds) {
        return timeline.stage(timeSeconds).migration().startSeconds();
    }

    /** Returns how long copying takes in the move that holds or has held last at a time. */
    public double moveSeconds(double timeSeconds) {
        return timeline.stage(timeSeconds).migration().copySeconds();
    }

    /** Returns the share of each site's connection that a move takes at a time; sites that are left out: none. */
    public Map<String, Double> linkShares(double timeSeconds) {
        DataTimeline.Stage stage = timeline.stage(timeSeconds);
        double start = stage.migration().startSeconds();
        double taken = stage.data().migrate().linkShare();
        boolean copying = timeSeconds < start + stage.migration().copySeconds();
        if (!copying || taken == 0) {
            return Map.of();
        }
        Map<String, Double> shares = stocks.passing(stage.before(), stage.data(), start);
        shares.replaceAll((site, passing) -> passing * taken);
        return shares;
    }

    /** Returns where records are that have not been copied yet. */
    public DataSpec.Rule before(double timeSeconds, PopulationSpec population, String service) {
        return DataTimeline.rule(timeline.stage(timeSeconds).before(), population, service);
    }

    /** Returns where records are that have been copied. */
    public DataSpec.Rule after(double timeSeconds, PopulationSpec population, String service) {
        return DataTimeline.rule(timeline.stage(timeSeconds).data(), population, service);
    }
}
