package dev.multisite.exposure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.multisite.random.Distributions;
import dev.multisite.scenario.DataSpec;
import dev.multisite.scenario.DataSpec.Replication;
import dev.multisite.scenario.Scenario;
import dev.multisite.world.Intervals;

/**
 * Records that are lost because their home is destroyed, or because an asynchronous replica takes over from a home that is
 * down. What is lost is what was written since the best remaining copy was made.
 */
final class RecordLosses {

    private final Scenario scenario;
    private final Stocks stocks;
    private final DataTimeline timeline;
    private final Map<String, SiteFate> sites;
    private final double promotionSeconds;
    private final ScenarioExposure.LagDraws draws;
    private final List<RecordLoss> losses = new ArrayList<>();

    private RecordLosses(
            Scenario scenario,
            Stocks stocks,
            DataTimeline timeline,
            Map<String, SiteFate> sites,
            double promotionSeconds,
            ScenarioExposure.LagDraws draws) {
        this.scenario = scenario;
        this.stocks = stocks;
        this.timeline = timeline;
        this.sites = sites;
        this.promotionSeconds = promotionSeconds;
        this.draws = draws;
    }

    /**
     * What became of a site.
     *
     * @param outages when it was down after its opening
     * @param destroyedSeconds starts of those outages that destroyed its records
     */
    record SiteFate(Intervals outages, Set<Double> destroyedSeconds) {}

    /** An outage of the home of some records. */
    private record Outage(String site, int number, double from, double until, boolean destroys) {}

    static List<RecordLoss> of(
            Scenario scenario,
            Stocks stocks,
            DataTimeline timeline,
            Map<String, SiteFate> sites,
            double promotionSeconds,
            ScenarioExposure.LagDraws draws) {
        RecordLosses all = new RecordLosses(scenario, stocks, timeline, sites, promotionSeconds, draws);
        sites.forEach(all::add);
        return List.copyOf(all.losses);
    }

    private void add(String site, SiteFate fate) {
        for (int i = 0; i < fate.outages().size(); i++) {
            double from = fate.outages().from(i);
            Outage outage = new Outage(
                    site,
                    i,
                    from,
                    fate.outages().until(i),
                    fate.destroyedSeconds().contains(from));
            if (outage.destroys() || outage.until() - from > promotionSeconds) {
                stocks.all().forEach(stock -> add(outage, stock));
            }
        }
    }

    /** Records that are on the move and at both places are safe: their old copy is not deleted yet. */
    private void add(Outage outage, Stocks.Stock stock) {
        DataTimeline.Stage stage = timeline.stage(outage.from());
        DataSpec.Rule before = DataTimeline.rule(stage.before(), stock.population(), stock.service());
        DataSpec.Rule after = DataTimeline.rule(stage.data(), stock.population(), stock.service());
        boolean stays = before.home().equals(after.home());
        double deleted = stays ? 1 : stage.migration().deleted(outage.from());
        double copied = stays ? 1 : stage.migration().copied(outage.from());
        add(outage, stock, after, deleted);
        if (!stays) {
            add(outage, stock, before, 1 - copied);
        }
    }

    private void add(Outage outage, Stocks.Stock stock, DataSpec.Rule rule, double share) {
        if (share <= 0 || !rule.home().equals(outage.site())) {
            return;
        }
        double window = outage.destroys() ? sinceBestCopy(outage, rule) : sincePromotedCopy(outage, rule);
        double time = outage.from();
        double kept = new Mechanisms(scenario.regulation(), stock.population(), stock.service())
                .kept(scenario.period().toInstant(time), timeline.mitigations(time));
        double all = stock.curve().at(time);
        double lost = window < Double.POSITIVE_INFINITY
                ? Math.min(all, window * stock.curve().newPerSecond(Math.max(0, time - window / 2)))
                : all;
        if (window > 0 && lost * kept * share > 0) {
            losses.add(new RecordLoss(
                    time,
                    outage.site(),
                    outage.destroys(),
                    stock.population().name(),
                    lost * kept * share,
                    Math.min(window, time)));
        }
    }

    /** Returns the time of which a replica that takes over has nothing, 0 if none takes over or none lags. */
    private double sincePromotedCopy(Outage outage, DataSpec.Rule rule) {
        double promoted = outage.from() + promotionSeconds;
        boolean any = rule.replicas().stream().anyMatch(site -> !isDown(site, promoted));
        return any ? lag(outage, rule) : 0;
    }

    /** Returns the time of which no copy is left, infinity if there is no copy at all. */
    private double sinceBestCopy(Outage outage, DataSpec.Rule rule) {
        double least = Double.POSITIVE_INFINITY;
        for (String replica : rule.replicas()) {
            least = Math.min(least, stoppedSeconds(replica, outage.from()) + lag(outage, rule));
        }
        for (String backup : rule.backups()) {
            double stopped = stoppedSeconds(backup, outage.from());
            double last = (outage.from() - stopped) % rule.backupEverySeconds();
            least = Math.min(least, stopped + last);
        }
        return least;
    }

    private double lag(Outage outage, DataSpec.Rule rule) {
        return rule.replication() == Replication.SYNC
                ? 0
                : Distributions.sampler(rule.replicationLag()).quantile(draws.uniform(outage.site(), outage.number()));
    }

    /** Returns for how long a copy has not been written to, 0 if it is up; infinity if it is gone. */
    private double stoppedSeconds(String site, double time) {
        SiteFate fate = Objects.requireNonNull(sites.get(site));
        int at = fate.outages().indexAtOrBefore(time);
        if (at < 0 || time >= fate.outages().until(at)) {
            return 0;
        }
        double from = fate.outages().from(at);
        return fate.destroyedSeconds().contains(from) ? Double.POSITIVE_INFINITY : time - from;
    }

    private boolean isDown(String site, double time) {
        return Objects.requireNonNull(sites.get(site)).outages().contains(time);
    }
}
