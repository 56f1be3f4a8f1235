package dev.multisite.exposure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;

import dev.multisite.demand.DemandModel;
import dev.multisite.exposure.Stocks.Stock;
import dev.multisite.regulation.catalogue.LawCatalogue;
import dev.multisite.regulation.exposure.Cohort;
import dev.multisite.regulation.exposure.Stretch;
import dev.multisite.scenario.PopulationSpec;
import dev.multisite.scenario.RegulationSpec.Mechanism;
import dev.multisite.scenario.Scenario;

/** Turns stocks and a timeline of placements into the cohorts that exposure is worked out for. */
final class Cohorts {

    private final Scenario scenario;
    private final LawCatalogue laws;
    private final DemandModel demand;

    Cohorts(Scenario scenario, LawCatalogue laws, DemandModel demand) {
        this.scenario = scenario;
        this.laws = laws;
        this.demand = demand;
    }

    /** Returns the cohorts of a stock: one per attribute of the people, and the others. */
    List<Cohort> of(Stock stock, DataTimeline timeline) {
        List<Cohort> cohorts = new ArrayList<>();
        groups(stock.population()).forEach((attributes, share) -> {
            if (share > 0) {
                cohorts.add(cohort(stock, timeline, attributes, share));
            }
        });
        return cohorts;
    }

    private static Map<Set<String>, Double> groups(PopulationSpec population) {
        Map<Set<String>, Double> groups = new LinkedHashMap<>();
        double rest = 1;
        for (Map.Entry<String, Double> attribute : population.attributes().entrySet()) {
            groups.put(Set.of(attribute.getKey()), attribute.getValue());
            rest -= attribute.getValue();
        }
        groups.put(Set.of(), rest > 1e-12 ? rest : 0);
        return groups;
    }

    private Cohort cohort(Stock stock, DataTimeline timeline, Set<String> attributes, double share) {
        PopulationSpec population = stock.population();
        double people = stock.deviceShare() * share;
        double end = scenario.period().seconds();
        List<Double> breaks = new ArrayList<>();
        for (double time : demand.baseBreaks(population.name())) {
            breaks.add(time);
        }
        return new Cohort(
                population.country(),
                stock.store().dataClass(),
                time -> share * stock.curve().at(time),
                time -> people * demand.devices(population.name(), Math.min(end, time)),
                breaks,
                stretches(stock, timeline, attributes));
    }

    private List<Stretch> stretches(Stock stock, DataTimeline timeline, Set<String> attributes) {
        double end = scenario.period().seconds();
        NavigableSet<Double> knots = timeline.knots(end);
        for (Mechanism mechanism : scenario.regulation().mechanisms()) {
            addWithin(mechanism.from(), knots);
            addWithin(mechanism.until(), knots);
        }
        knots.add(end);
        knots.remove(0.0);
        FactSheet sheet = new FactSheet(scenario, laws, stock.population(), stock.service());
        List<Stretch> stretches = new ArrayList<>();
        double from = 0;
        for (double to : knots) {
            List<Stretch.Part> parts = parts(stock, timeline, attributes, sheet, from, to);
            if (!parts.isEmpty()) {
                stretches.add(new Stretch(from, to, parts));
            }
            from = to;
        }
        return stretches;
    }

    private void addWithin(Instant instant, NavigableSet<Double> knots) {
        boolean within = instant.isAfter(scenario.period().from())
                && instant.isBefore(scenario.period().to());
        if (within) {
            knots.add(scenario.period().toSeconds(instant));
        }
    }

    private List<Stretch.Part> parts(
            Stock stock, DataTimeline timeline, Set<String> attributes, FactSheet sheet, double from, double to) {
        Instant instant = scenario.period().toInstant(from);
        List<Stretch.Part> parts = new ArrayList<>();
        for (DataTimeline.Share share : timeline.shares(stock.population(), stock.service(), from, to)) {
            Situation situation = share.situation();
            for (Mechanisms.Level level : sheet.mechanisms().levels(instant, situation.mitigations())) {
                parts.add(new Stretch.Part(
                        sheet.facts(stock.store().dataClass(), attributes, situation, level, instant),
                        share.atStart() * level.share(),
                        share.atEnd() * level.share()));
            }
        }
        return parts;
    }
}
