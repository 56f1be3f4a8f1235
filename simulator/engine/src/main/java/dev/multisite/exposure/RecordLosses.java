package dev.multisite.exposure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.multisite.demand.DemandModel;
import dev.multisite.random.Distributions;
import dev.multisite.scenario.DataSpec;
import dev.multisite.scenario.DataSpec.Replication;
import dev.multisite.scenario.Scenario;

/**
 * Records that are lost because their home is destroyed, or because an asynchronous replica takes over from a home that is
 * down. What is lost is what was written since the best remaining copy was made.
 */
final class RecordLosses {

    private final Scenario scenario;
    private final DemandModel demand;
    private final Stocks stocks;
    private final DataTimeline timeline;
    private final Map<String, SiteFate> sites;
    private final double promotionSeconds;
    private final ScenarioExposure.LagDraws draws;
    private final List<RecordLoss> losses = new ArrayList<>();

    private RecordLosses(
            Scenario scenario,
            DemandModel demand,
            Stocks stocks,
            DataTimeline timeline,
            Map<String, SiteFate> sites,
            double promotionSeconds,
            ScenarioExposure.LagDraws draws) {
        this.scenario = scenario;
        this.demand = demand;
        this.stocks = stocks;
        this.timeline = timeline;
        this.sites = sites;
        this.promotionSeconds = promotionSeconds;
        this.draws = draws;
    }

    /**
     * Something that may cost records: an outage of their home, or its destruction in the course of one.
     *
     * @param at when it happens
     * @param outageFrom when the outage began
     */
    private record Blow(String site, int number, double at, double outageFrom, boolean destroys) {}

    /** Records whose copies are those of some rules, the newest placement first. */
    private record Part(double share, List<DataSpec.Rule> rules) {}

    static List<RecordLoss> of(
            Scenario scenario,
            DemandModel demand,
            Stocks stocks,
            DataTimeline timeline,
            Map<String, SiteFate> sites,
            double promotionSeconds,
            ScenarioExposure.LagDraws draws) {
        RecordLosses all = new RecordLosses(scenario, demand, stocks, timeline, sites, promotionSeconds, draws);
        sites.forEach(all::add);
        return List.copyOf(all.losses);
    }

    /** A second destruction in one outage finds nothing left. */
    private void add(String site, SiteFate fate) {
        for (int i = 0; i < fate.outages().size(); i++) {
            double from = fate.outages().from(i);
            double until = fate.outages().until(i);
            double destroyed = fate.firstDestruction(from, until);
            if (destroyed > from && destroyed >= from + promotionSeconds && until - from > promotionSeconds) {
                add(new Blow(site, i, from, from, false));
            }
            if (destroyed < until) {
                add(new Blow(site, i, destroyed, from, true));
            }
        }
    }

    private void add(Blow blow) {
        for (Stocks.Stock stock : stocks.all()) {
            parts(blow.at(), stock).forEach(part -> add(blow, stock, part));
        }
    }

    /**
     * Returns the records by where they are. Those on the way to another home that are at both places are safe: their old
     * copy is not deleted yet.
     */
    private List<Part> parts(double time, Stocks.Stock stock) {
        DataTimeline.Stage stage = timeline.stage(time);
        DataSpec.Rule before = DataTimeline.rule(stage.before(), stock.population(), stock.service());
        DataSpec.Rule after = timeline.current(stock.population(), stock.service(), time);
        boolean stays = before.home().equals(after.home());
        if (stays && Stocks.copies(before).equals(Stocks.copies(after))) {
            return List.of(new Part(1, List.of(after)));
        }
        double copied = stage.migration().copied(time);
        double deleted = stage.migration().deleted(time);
        return List.of(
                new Part(deleted, List.of(after)),
                new Part(stays ? copied - deleted : 0, List.of(after, before)),
                new Part(1 - copied, List.of(before)));
    }

    private void add(Blow blow, Stocks.Stock stock, Part part) {
        if (part.share() <= 0 || !part.rules().get(0).home().equals(blow.site())) {
            return;
        }
        double window = window(blow, part);
        double time = blow.at();
        double kept = new Mechanisms(scenario.regulation(), stock.population(), stock.service())
                .kept(scenario.period().toInstant(time), timeline.mitigations(time));
        double lost = written(stock, window, time) * kept * part.share();
        if (window > 0 && lost > 0) {
            losses.add(new RecordLoss(
                    time, blow.site(), blow.destroys(), stock.population().name(), lost, Math.min(window, time)));
        }
    }

    /** Returns the records of a time that were not there, or not yet so, {@code window} seconds before. */
    private double written(Stocks.Stock stock, double window, double time) {
        double all = stock.curve().at(time);
        if (window == Double.POSITIVE_INFINITY) {
            return all;
        }
        double copied = Math.max(0, time - window);
        return Math.max(
                0,
                all - stock.curve().at(copied) * demand.kept(stock.population().name(), copied, time));
    }

    /** Returns the time of which nothing is left: where a replica has taken over already, a destruction costs nothing. */
    private double window(Blow blow, Part part) {
        double promoted = blow.outageFrom() + promotionSeconds;
        Optional<DataSpec.Rule> taking = part.rules().stream()
                .filter(rule -> rule.replicas().stream().anyMatch(site -> !isDown(site, promoted)))
                .findFirst();
        if (!blow.destroys()) {
            return taking.isPresent() ? lag(blow, taking.get()) : 0;
        }
        boolean taken = taking.isPresent() && blow.at() > blow.outageFrom() && blow.at() >= promoted;
        return taken
                ? 0
                : part.rules().stream()
                        .mapToDouble(rule -> sinceBestCopy(blow, rule))
                        .min()
                        .orElse(Double.POSITIVE_INFINITY);
    }

    /** Returns the time of which no copy is left, infinity if there is no copy at all. */
    private double sinceBestCopy(Blow blow, DataSpec.Rule rule) {
        double least = Double.POSITIVE_INFINITY;
        for (String replica : rule.replicas()) {
            least = Math.min(least, stoppedSeconds(replica, blow.at()) + lag(blow, rule));
        }
        for (String backup : rule.backups()) {
            double stopped = stoppedSeconds(backup, blow.at());
            if (stopped < Double.POSITIVE_INFINITY) {
                least = Math.min(least, stopped + (blow.at() - stopped) % rule.backupEverySeconds());
            }
        }
        return least;
    }

    private double lag(Blow blow, DataSpec.Rule rule) {
        return rule.replication() == Replication.SYNC
                ? 0
                : Distributions.sampler(rule.replicationLag()).quantile(draws.uniform(blow.site(), blow.number()));
    }

    private double stoppedSeconds(String site, double time) {
        return fate(site).stoppedSeconds(time);
    }

    private boolean isDown(String site, double time) {
        return fate(site).isDown(time);
    }

    private SiteFate fate(String site) {
        return Objects.requireNonNull(sites.get(site));
    }
}
