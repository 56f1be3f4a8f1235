package dev.multisite.routing;

import java.util.List;

import dev.multisite.scenario.ArchitectureSpec.Phase;
import dev.multisite.world.Intervals;

/**
 * Everything that changes routing during one replication.
 *
 * @param endSeconds end of the period
 * @param phases phases that take place, in order of time
 * @param phaseStarts when each of them starts, in ascending order; the first at 0
 * @param notOpen per site: before its opening; known in advance
 * @param outages per site: failures after its opening; noticed with a lag
 * @param closures per site: planned closures; known in advance
 * @param cuts paths that break; noticed with a lag
 * @param degradations paths that suffer; not avoided
 * @param blocked per population: when its requests are not permitted
 * @param belief how much later devices notice
 */
public record RoutingTimeline(
        double endSeconds,
        List<Phase> phases,
        List<Double> phaseStarts,
        List<Intervals> notOpen,
        List<Intervals> outages,
        List<Intervals> closures,
        List<PathCut> cuts,
        List<PathDegradation> degradations,
        List<Intervals> blocked,
        Belief belief) {

    public RoutingTimeline {
        phases = List.copyOf(phases);
        phaseStarts = List.copyOf(phaseStarts);
        notOpen = List.copyOf(notOpen);
        outages = List.copyOf(outages);
        closures = List.copyOf(closures);
        cuts = List.copyOf(cuts);
        degradations = List.copyOf(degradations);
        blocked = List.copyOf(blocked);
        if (phases.isEmpty() || phases.size() != phaseStarts.size() || phaseStarts.get(0) != 0) {
            throw new IllegalArgumentException("phases must start at 0 and each have a start, but start at "
                    + phaseStarts + " (" + phases.size() + " phases)");
        }
    }
}
