package dev.multisite.calendar;

import java.time.Instant;

import dev.multisite.demand.Reactions;
import dev.multisite.scenario.Period;
import dev.multisite.scenario.PopulationEvent;
import dev.multisite.scenario.PopulationEvent.Advisory;
import dev.multisite.scenario.PopulationEvent.DemandSurge;
import dev.multisite.scenario.PopulationEvent.LaunchDelay;
import dev.multisite.scenario.PopulationEvent.SalesStop;
import dev.multisite.scenario.PopulationEvent.ServiceBlock;
import dev.multisite.scenario.PopulationEvent.TrustShock;
import dev.multisite.scenario.PopulationSpec;
import dev.multisite.scenario.Scenario;

/** What befalls the populations, for the list of events; its effect is demand's business. */
final class PopulationEvents {

    private final EventLog log;
    private final Period period;

    private PopulationEvents(EventLog log, Period period) {
        this.log = log;
        this.period = period;
    }

    static void addTo(EventLog log, Scenario scenario) {
        PopulationEvents adder = new PopulationEvents(log, scenario.period());
        scenario.populations().values().forEach(adder::addAll);
    }

    private void addAll(PopulationSpec population) {
        Instant launch = population.effectiveLaunch();
        if (launch.isAfter(period.from())) {
            add(launch, "launch", population, "");
        }
        Reactions reactions = Reactions.of(population, period);
        population.events().forEach(event -> add(population, event, reactions));
    }

    private void add(PopulationSpec population, PopulationEvent event, Reactions reactions) {
        if (event instanceof Advisory) {
            add(event.on(), "advisory", population, lost(reactions, event));
        } else if (event instanceof TrustShock) {
            add(event.on(), "trust-shock", population, lost(reactions, event));
        } else if (event instanceof SalesStop stop) {
            add(stop.on(), "sales-stop", population, lost(reactions, event));
            add(stop.until(), "sales-stop-end", population, "");
        } else if (event instanceof ServiceBlock block) {
            add(block.on(), "service-block", population, lost(reactions, event));
            add(block.until(), "service-block-end", population, "");
        } else if (event instanceof DemandSurge surge) {
            add(surge.on(), "demand-surge", population, "");
            add(surge.until(), "demand-surge-end", population, "");
        } else if (event instanceof LaunchDelay) {
            add(event.on(), "launch-delay", population, "");
        }
    }

    private static String lost(Reactions reactions, PopulationEvent event) {
        long devices = Math.round(reactions.lostTo(event));
        return devices == 0 ? "" : devices + " devices fewer at the end of the period than without it";
    }

    private void add(Instant at, String kind, PopulationSpec population, String detail) {
        double seconds = period.toSeconds(at);
        if (seconds >= 0 && seconds < period.seconds()) {
            log.add(seconds, kind, population.name(), detail);
        }
    }
}
