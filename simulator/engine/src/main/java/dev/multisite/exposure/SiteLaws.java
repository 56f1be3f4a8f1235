package dev.multisite.exposure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.multisite.regulation.evaluate.Evaluator;
import dev.multisite.regulation.evaluate.Finding;
import dev.multisite.regulation.evaluate.Verdict;
import dev.multisite.regulation.exposure.ExposureModel;
import dev.multisite.regulation.facts.CaseFacts;
import dev.multisite.scenario.DataSpec;
import dev.multisite.scenario.DataSpec.Mitigation;
import dev.multisite.scenario.PopulationSpec;
import dev.multisite.scenario.RegulationSpec.Mechanism;
import dev.multisite.scenario.Scenario;

/**
 * What laws have against serving some people at one site: as if the site alone had their records, with the keys, readers
 * and mitigations that a placement has.
 */
final class SiteLaws {

    private final Scenario scenario;
    private final Stocks stocks;
    private final Evaluator evaluator;
    private final ExposureModel model;

    SiteLaws(Scenario scenario, Stocks stocks, Evaluator evaluator, ExposureModel model) {
        this.scenario = scenario;
        this.stocks = stocks;
        this.evaluator = evaluator;
        this.model = model;
    }

    /**
     * Returns the worst finding of each law that does not simply allow it: broken, disputed or unknown.
     *
     * @param service the service that keeps the records; empty: all
     * @param data where the architecture keeps records
     */
    SitePermission permission(PopulationSpec population, String service, DataSpec data, String site, Instant on) {
        Map<String, Finding> against = new TreeMap<>();
        for (Stocks.Stock stock : stocks.of(population, service)) {
            addAgainst(against, stock, alone(site, stock, data), on);
        }
        return new SitePermission(site, List.copyOf(against.values()));
    }

    /** Returns the instants within the period at which {@link #permission} may change, for one placement. */
    NavigableSet<Double> changes(PopulationSpec population, String service, DataSpec data, String site) {
        NavigableSet<Double> changes = new TreeSet<>();
        for (Mechanism mechanism : scenario.regulation().mechanisms()) {
            addWithin(mechanism.from(), changes);
            addWithin(mechanism.until(), changes);
        }
        Instant start = scenario.period().from();
        for (Stocks.Stock stock : stocks.of(population, service)) {
            FactSheet sheet = new FactSheet(scenario, evaluator.catalogue(), stock.population(), stock.service());
            Situation alone = alone(site, stock, data);
            for (Mechanisms.Level level : sheet.mechanisms().levels(start, alone.mitigations())) {
                CaseFacts facts = sheet.facts(stock.store().dataClass(), Set.of(), alone, level, start);
                model.changeDays(facts)
                        .forEach(day -> addWithin(day.atStartOfDay().toInstant(ZoneOffset.UTC), changes));
            }
        }
        return changes;
    }

    private void addWithin(Instant instant, NavigableSet<Double> changes) {
        if (instant.isAfter(scenario.period().from())
                && instant.isBefore(scenario.period().to())) {
            changes.add(scenario.period().toSeconds(instant));
        }
    }

    private static Situation alone(String site, Stocks.Stock stock, DataSpec data) {
        DataSpec.Rule rule = at(site, DataTimeline.rule(data, stock.population(), stock.service()));
        List<Mitigation> mitigations = data.mitigations();
        return new Situation(rule, rule, mitigations);
    }

    private static DataSpec.Rule at(String site, DataSpec.Rule rule) {
        return new DataSpec.Rule(
                rule.countries(),
                rule.services(),
                site,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                rule.replication(),
                rule.keys(),
                rule.staffAccess(),
                rule.subProcessors(),
                rule.transit(),
                rule.replicationLag(),
                rule.backupEverySeconds());
    }

    private void addAgainst(Map<String, Finding> against, Stocks.Stock stock, Situation situation, Instant on) {
        FactSheet sheet = new FactSheet(scenario, evaluator.catalogue(), stock.population(), stock.service());
        LocalDate date = on.atOffset(ZoneOffset.UTC).toLocalDate();
        for (Mechanisms.Level level : sheet.mechanisms().levels(on, situation.mitigations())) {
            CaseFacts facts = sheet.facts(stock.store().dataClass(), Set.of(), situation, level, on);
            for (Finding finding : evaluator.evaluate(facts, date)) {
                if (finding.verdict().compareTo(Verdict.UNKNOWN) <= 0) {
                    against.merge(finding.law(), finding, (a, b) -> b.verdict().worseThan(a.verdict()) ? b : a);
                }
            }
        }
    }
}
