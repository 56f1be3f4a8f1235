package dev.multisite.simulation;

import java.util.List;

import dev.multisite.calendar.Calendar;
import dev.multisite.calendar.CalendarResult;
import dev.multisite.random.RandomStreams;
import dev.multisite.routing.RoutingTimeline;
import dev.multisite.routing.TimedRouting;
import dev.multisite.scenario.ArchitectureSpec.Phase;
import dev.multisite.world.World;

/**
 * One replication of one architecture with everything decided but its requests.
 *
 * @param timeline what changes routing; its phases are those that take place
 * @param slots what results are kept apart by in time
 */
record Replication(
        ArchitectureModel model,
        RandomStreams streams,
        CalendarResult calendar,
        RoutingTimeline timeline,
        TimedRouting routing,
        World world,
        SlotPlan slots) {

    static Replication prepare(ArchitectureModel model, RandomStreams streams) {
        CalendarResult calendar = Calendar.run(model.scenario(), model.spec().name(), streams, new FluidLoad(model));
        RoutingTimeline timeline = new TimelineBuilder(model, calendar, streams).build();
        TimedRouting routing = new TimedRouting(
                model.routedSites(),
                model.who().routed(),
                model.paths(),
                timeline,
                model.records().permissions(),
                model.records().places(model, timeline.phases(), timeline.phaseStarts()));
        World world = new World(
                model.endSeconds(),
                model.services(),
                model.who().groups(),
                model.who().sources(),
                model.demand(),
                calendar.capacities(),
                model.paths(),
                routing);
        SlotPlan slots = new SlotPlan(
                model.scenario().period(), model.scenario().simulation().bins(), timeline.phaseStarts());
        return new Replication(model, streams, calendar, timeline, routing, world, slots);
    }

    /** Returns the labels of the phases that take place. */
    List<String> phaseLabels() {
        return timeline.phases().stream().map(Phase::label).toList();
    }

    /** Returns the cores of {@code site} that work at {@code time}. */
    double workingCores(int site, double time) {
        return calendar.sites().get(site).hostsWorking().at(time)
                * model.sites().get(site).coresPerHost();
    }
}
