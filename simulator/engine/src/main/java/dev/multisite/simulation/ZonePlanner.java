package dev.multisite.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.multisite.routing.Belief;
import dev.multisite.routing.PathCut;
import dev.multisite.routing.RoutingTimeline;
import dev.multisite.world.Intervals;

/**
 * Finds the zones of a replication: from shortly before each failure until devices have noticed it and their retries have
 * run out, the same around each repair, and wherever a queue is hot. What lies between the two in a long outage is
 * ordinary time.
 */
final class ZonePlanner {

    private static final double SHORTEST_GAP_SECONDS = 10;

    private final Replication replication;
    private final ReactionTimes reaction;
    private final List<Zone> raw = new ArrayList<>();

    ZonePlanner(Replication replication) {
        this.replication = replication;
        this.reaction = new ReactionTimes(replication.model());
    }

    /** Returns the zones in order of time, disjoint. */
    List<Zone> plan(LoadSweep sweep) {
        RoutingTimeline timeline = replication.timeline();
        timeline.outages().forEach(outages -> addFailures(outages, timeline.belief()));
        for (PathCut cut : timeline.cuts()) {
            addFailures(cut.down(), timeline.belief());
        }
        for (Zone hot : new FluidBacklog(replication.model()).hotStretches(sweep)) {
            add(hot.from(), hot.until() + reaction.retrySeconds(), false);
        }
        return merged();
    }

    private void addFailures(Intervals failures, Belief belief) {
        double after = reaction.retrySeconds();
        for (int i = 0; i < failures.size(); i++) {
            double noticed = Math.min(failures.from(i) + belief.failoverSeconds(), failures.until(i));
            add(failures.from(i) - reaction.workInHandSeconds(), noticed + after, true);
            add(failures.until(i) - after, failures.until(i) + belief.failbackSeconds() + after, true);
        }
    }

    private void add(double from, double until, boolean outage) {
        double end = replication.model().endSeconds();
        double start = Math.max(0, from);
        if (start < Math.min(end, until)) {
            raw.add(new Zone(start, Math.min(end, until), outage));
        }
    }

    private List<Zone> merged() {
        raw.sort(Comparator.comparingDouble(Zone::from));
        List<Zone> zones = new ArrayList<>();
        for (Zone zone : raw) {
            Zone last = zones.isEmpty() ? null : zones.get(zones.size() - 1);
            if (last != null && zone.from() <= last.until() + SHORTEST_GAP_SECONDS) {
                double until = Math.max(last.until(), zone.until());
                zones.set(zones.size() - 1, new Zone(last.from(), until, last.outage() || zone.outage()));
            } else {
                zones.add(zone);
            }
        }
        return zones;
    }
}
