package dev.multisite.calendar;

import java.time.Instant;

import dev.multisite.scenario.Period;
import dev.multisite.scenario.PopulationEvent;
import dev.multisite.scenario.PopulationEvent.Advisory;
import dev.multisite.scenario.PopulationEvent.DemandSurge;
import dev.multisite.scenario.PopulationEvent.LaunchDelay;
import dev.multisite.scenario.PopulationEvent.SalesStop;
import dev.multisite.scenario.PopulationEvent.ServiceBlock;
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
        population.events().forEach(event -> add(population, event));
    }

    private void add(PopulationSpec population, PopulationEvent event) {
        if (event instanceof Advisory) {
            add(event.on(), "advisory", population, "");
        } else if (event instanceof SalesStop stop) {
            add(stop.on(), stop.until(), "sales-stop", population);
        } else if (event instanceof ServiceBlock block) {
            add(block.on(), block.until(), "service-block", population);
        } else if (event instanceof DemandSurge surge) {
            add(surge.on(), surge.until(), "demand-surge", population);
        } else if (event instanceof LaunchDelay) {
            add(event.on(), "launch-delay", population, "");
        }
    }

    private void add(Instant from, Instant until, String kind, PopulationSpec population) {
        add(from, kind, population, "");
        add(until, kind + "-end", population, "");
    }

    private void add(Instant at, String kind, PopulationSpec population, String detail) {
        double seconds = period.toSeconds(at);
        if (seconds >= 0 && seconds < period.seconds()) {
            log.add(seconds, kind, population.name(), detail);
        }
    }
}
