package dev.multisite.calendar;

import java.util.List;
import java.util.TreeSet;

import dev.multisite.random.RandomStreams;
import dev.multisite.scenario.ArchitectureSpec;
import dev.multisite.scenario.ArchitectureSpec.Phase;
import dev.multisite.scenario.ArchitectureSpec.RouteRule;
import dev.multisite.scenario.DataSpec;
import dev.multisite.scenario.Scenario;

/** Runs the calendar of one replication of one architecture. Stateless: may be called from several threads at once. */
public final class Calendar {

    private Calendar() {}

    /** Returns the sites that serve people or keep records in {@code architecture}, in the order of their names. */
    public static List<String> sitesOf(ArchitectureSpec architecture) {
        TreeSet<String> names = new TreeSet<>();
        for (Phase phase : architecture.phases()) {
            for (RouteRule rule : phase.route()) {
                names.addAll(rule.to());
            }
            for (DataSpec.Rule rule : phase.data().rules()) {
                names.add(rule.home());
                names.addAll(rule.replicas());
                names.addAll(rule.backups());
                names.addAll(rule.caches());
                names.addAll(rule.logs());
            }
        }
        return List.copyOf(names);
    }

    /**
     * Runs the calendar over the whole period.
     *
     * @param architecture name of an architecture of the scenario
     * @param streams the replication's random streams; equal streams give equal results
     * @param load what the autoscalers react to and what power is drawn for
     */
    public static CalendarResult run(Scenario scenario, String architecture, RandomStreams streams, OfferedLoad load) {
        ArchitectureSpec spec = scenario.architectures().get(architecture);
        if (spec == null) {
            throw new IllegalArgumentException("no architecture is called " + architecture);
        }
        return new CalendarRun(scenario, spec, streams, load).run();
    }
}
