package dev.multisite.calendar;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.multisite.world.Intervals;
import dev.multisite.world.SiteCapacity;

/**
 * Everything that happens in one replication of one architecture apart from its requests.
 *
 * @param sites the sites of the architecture's routes, in the order of {@link Calendar#sitesOf}
 * @param phaseStartSeconds when each phase begins, in the order of the architecture; infinity: never (its site does not
 *     open). A phase whose predecessor starts later than itself is skipped: it starts and ends at once
 * @param pathDisturbances when each path of each risk is disturbed: by the risk's name, one entry per path in the order
 *     of {@link dev.multisite.scenario.NetworkSpec.Risk#paths()}
 * @param events what happened, in order of time
 */
public record CalendarResult(
        List<SiteHistory> sites,
        List<Double> phaseStartSeconds,
        Map<String, List<Intervals>> pathDisturbances,
        List<CalendarEvent> events) {

    public CalendarResult {
        sites = List.copyOf(sites);
        phaseStartSeconds = List.copyOf(phaseStartSeconds);
        pathDisturbances = Collections.unmodifiableMap(new TreeMap<>(pathDisturbances));
        events = List.copyOf(events);
    }

    /** Returns the capacities of all sites. */
    public List<SiteCapacity> capacities() {
        return sites.stream().map(SiteHistory::capacity).toList();
    }
}
