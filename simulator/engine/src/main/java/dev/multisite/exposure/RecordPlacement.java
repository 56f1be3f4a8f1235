package dev.multisite.exposure;

import java.util.NavigableSet;
import java.util.TreeSet;

import dev.multisite.scenario.DataSpec;
import dev.multisite.scenario.PopulationSpec;

/** Where an architecture keeps the records that requests are about, over time. */
public final class RecordPlacement {

    private final DataTimeline timeline;

    RecordPlacement(DataTimeline timeline) {
        this.timeline = timeline;
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

    /** Returns where records are that have not been copied yet. */
    public DataSpec.Rule before(double timeSeconds, PopulationSpec population, String service) {
        return DataTimeline.rule(timeline.stage(timeSeconds).before(), population, service);
    }

    /** Returns where records are that have been copied. */
    public DataSpec.Rule after(double timeSeconds, PopulationSpec population, String service) {
        return DataTimeline.rule(timeline.stage(timeSeconds).data(), population, service);
    }
}
