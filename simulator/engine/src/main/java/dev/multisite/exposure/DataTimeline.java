package dev.multisite.exposure;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

import dev.multisite.regulation.exposure.Migration;
import dev.multisite.scenario.ArchitectureSpec.Phase;
import dev.multisite.scenario.DataSpec;
import dev.multisite.scenario.DataSpec.Mitigation;
import dev.multisite.scenario.PopulationSpec;

/**
 * Where an architecture keeps records over time. Records move when a phase says so; a migration that is still under way
 * then ends first. Mitigations hold from the first instant of their phase.
 */
final class DataTimeline {

    /** Shares below are what rounding leaves of a migration that has ended. */
    private static final double NEGLIGIBLE = 1e-9;

    private final List<Double> phaseStarts;
    private final List<Phase> phases;
    private final List<Stage> stages;

    /**
     * A stretch of time that begins with a migration.
     *
     * @param before where records were
     * @param data where they are to be
     */
    record Stage(DataSpec before, DataSpec data, Migration migration) {}

    /** Bytes that have to be copied when data go from one placement to another at a time. */
    interface Volume {
        double bytes(DataSpec before, DataSpec after, double timeSeconds);
    }

    private DataTimeline(List<Double> phaseStarts, List<Phase> phases, List<Stage> stages) {
        this.phaseStarts = List.copyOf(phaseStarts);
        this.phases = List.copyOf(phases);
        this.stages = List.copyOf(stages);
    }

    /**
     * @param phases the phases that take place, in order
     * @param phaseStarts when they begin, the first at 0
     */
    static DataTimeline of(List<Phase> phases, List<Double> phaseStarts, Volume volume) {
        List<Stage> stages = new ArrayList<>();
        DataSpec before = phases.get(0).data();
        stages.add(new Stage(before, before, new Migration(0, 0, 0)));
        double free = 0;
        for (int i = 1; i < phases.size(); i++) {
            DataSpec data = phases.get(i).data();
            if (!data.placedAs(before)) {
                Migration migration = migration(before, data, Math.max(free, phaseStarts.get(i)), volume);
                stages.add(new Stage(before, data, migration));
                free = migration.endSeconds();
            }
            before = data;
        }
        return new DataTimeline(phaseStarts, phases, stages);
    }

    private static Migration migration(DataSpec before, DataSpec data, double start, Volume volume) {
        DataSpec.Migrate way = data.migrate();
        if (way.atOnce()) {
            return new Migration(start, 0, way.verifyAndDeleteSeconds());
        }
        return Migration.of(
                start,
                volume.bytes(before, data, start),
                way.bytesPerSecond(),
                way.efficiency(),
                way.verifyAndDeleteSeconds());
    }

    List<Stage> stages() {
        return stages;
    }

    /** Returns the instants within the period at which situations change. */
    NavigableSet<Double> knots(double endSeconds) {
        NavigableSet<Double> knots = new TreeSet<>(phaseStarts);
        for (Stage stage : stages) {
            Migration migration = stage.migration();
            knots.add(migration.startSeconds());
            knots.add(migration.startSeconds() + migration.copySeconds());
            knots.add(migration.startSeconds() + migration.verifySeconds());
            knots.add(migration.endSeconds());
        }
        return new TreeSet<>(knots.headSet(endSeconds, false));
    }

    List<Mitigation> mitigations(double timeSeconds) {
        return phaseData(timeSeconds).mitigations();
    }

    /** Returns where records are to be, and how replicas and backups follow: that may change without a migration. */
    DataSpec.Rule current(PopulationSpec population, String service, double timeSeconds) {
        DataSpec.Rule placed = rule(stage(timeSeconds).data(), population, service);
        DataSpec.Rule now = rule(phaseData(timeSeconds), population, service);
        return now.placedAs(placed) ? now : placed;
    }

    private DataSpec phaseData(double timeSeconds) {
        int phase = 0;
        while (phase + 1 < phases.size() && phaseStarts.get(phase + 1) <= timeSeconds) {
            phase++;
        }
        return phases.get(phase).data();
    }

    Stage stage(double timeSeconds) {
        int stage = 0;
        while (stage + 1 < stages.size() && stages.get(stage + 1).migration().startSeconds() <= timeSeconds) {
            stage++;
        }
        return stages.get(stage);
    }

    /** A situation and the shares of the records in it at both ends of a stretch of time. */
    record Share(Situation situation, double atStart, double atEnd) {}

    /** Returns the situations of some records between two neighbouring knots. */
    List<Share> shares(PopulationSpec population, String service, double from, double to) {
        Stage stage = stage(from);
        DataSpec.Rule old = rule(stage.before(), population, service);
        DataSpec.Rule now = rule(stage.data(), population, service);
        List<Mitigation> mitigations = mitigations(from);
        if (old.placedAs(now)) {
            return List.of(new Share(new Situation(now, now, mitigations), 1, 1));
        }
        Migration migration = stage.migration();
        // Where all is copied at once there is a step at the knot, and what counts is what holds inside.
        double inside = migration.copySeconds() == 0 ? (to - from) * 1e-9 : 0;
        double copiedFrom = migration.copied(from + inside);
        double copiedTo = migration.copied(to - inside);
        double deletedFrom = migration.deleted(from + inside);
        double deletedTo = migration.deleted(to - inside);
        List<Share> shares = new ArrayList<>();
        shares.add(new Share(new Situation(old, old, mitigations), 1 - copiedFrom, 1 - copiedTo));
        shares.add(new Share(new Situation(old, now, mitigations), copiedFrom - deletedFrom, copiedTo - deletedTo));
        shares.add(new Share(new Situation(now, now, mitigations), deletedFrom, deletedTo));
        return shares.stream()
                .filter(share -> share.atStart() > NEGLIGIBLE || share.atEnd() > NEGLIGIBLE)
                .toList();
    }

    static DataSpec.Rule rule(DataSpec data, PopulationSpec population, String service) {
        return data.rules().stream()
                .filter(rule -> rule.fits(population, service))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("no rule of data covers " + population.name() + ", " + service));
    }
}
