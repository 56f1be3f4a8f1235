package dev.multisite.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.cloudsimplus.core.CloudSimPlus;

import dev.multisite.random.DistributionSampler;
import dev.multisite.random.Distributions;
import dev.multisite.random.RandomStreams;
import dev.multisite.random.UniformSource;
import dev.multisite.scenario.FailureSpec;
import dev.multisite.scenario.FailureSpec.Symptom;
import dev.multisite.scenario.NetworkSpec.PathRef;
import dev.multisite.scenario.NetworkSpec.Risk;
import dev.multisite.world.Intervals;

/**
 * Risks that several sites and paths share. With a common repair all are down from the failure to the repair. As a shock
 * all fail at once and each recovers by its own repair time; the next shock follows an up time after the last one,
 * whatever is still down then.
 */
final class RiskFaults extends PlannedEntity {

    private final List<OneRisk> risks = new ArrayList<>();

    RiskFaults(
            CloudSimPlus simulation,
            double endSeconds,
            Map<String, Risk> risks,
            Map<String, SiteBoard> boards,
            SiteFaults siteFaults,
            EventLog events,
            RandomStreams streams) {
        super(simulation, endSeconds);
        for (Risk risk : new TreeMap<>(risks).values()) {
            if (risk.failure() instanceof FailureSpec.Renewal renewal) {
                List<SiteBoard> struck = boards.values().stream()
                        .filter(board -> board.spec().sharedRisks().contains(risk.name()))
                        .toList();
                this.risks.add(new OneRisk(risk, renewal, struck, siteFaults, events, streams));
            }
        }
    }

    @Override
    protected void startInternal() {
        risks.forEach(risk -> risk.planAfter(0));
    }

    /** Returns when each path of each risk was disturbed. */
    Map<String, List<Intervals>> pathDisturbances() {
        Map<String, List<Intervals>> all = new TreeMap<>();
        for (OneRisk risk : risks) {
            all.put(
                    risk.spec.name(),
                    risk.paths.stream().map(IntervalRecorder::intervals).toList());
        }
        return all;
    }

    private final class OneRisk {

        private final Risk spec;
        private final boolean refuses;
        private final List<SiteBoard> sites;
        private final List<IntervalRecorder> paths = new ArrayList<>();
        private final SiteFaults siteFaults;
        private final EventLog events;
        private final RandomStreams streams;
        private final RenewalDraws draws;
        private final DistributionSampler repair;
        private long shocks;

        OneRisk(
                Risk spec,
                FailureSpec.Renewal renewal,
                List<SiteBoard> sites,
                SiteFaults siteFaults,
                EventLog events,
                RandomStreams streams) {
            this.spec = spec;
            this.refuses = renewal.symptom() == Symptom.REFUSED;
            this.sites = sites;
            this.siteFaults = siteFaults;
            this.events = events;
            this.streams = streams;
            this.draws = new RenewalDraws(renewal, streams.key("risk", spec.name()));
            this.repair = Distributions.sampler(renewal.repair());
            spec.paths().forEach(path -> paths.add(new IntervalRecorder()));
        }

        void planAfter(double from) {
            plan(from + draws.upSeconds(), spec.perSite() ? this::shock : this::fail);
        }

        private void fail(double at) {
            events.add(at, "risk", spec.name(), "");
            sites.forEach(site -> site.down(at, refuses, spec.name()));
            paths.forEach(path -> path.begin(at, true));
            plan(at + draws.repairSeconds(), repaired -> {
                events.add(repaired, "risk-end", spec.name(), "");
                sites.forEach(site -> site.up(repaired, spec.name()));
                paths.forEach(path -> path.end(repaired));
                planAfter(repaired);
            });
        }

        private void shock(double at) {
            events.add(at, "risk", spec.name(), "shock");
            long number = shocks++;
            for (SiteBoard site : sites) {
                String name = site.spec().name();
                siteFaults.shock(name, at, repairSeconds(repairOf(site), name, number), refuses, spec.name());
            }
            for (int i = 0; i < paths.size(); i++) {
                PathRef path = spec.paths().get(i);
                shockPath(paths.get(i), at, repairSeconds(repair, path.from() + ">" + path.to(), number));
            }
            planAfter(at);
        }

        private DistributionSampler repairOf(SiteBoard site) {
            return spec.recoversByOutages() && site.spec().outages() instanceof FailureSpec.Renewal own
                    ? Distributions.sampler(own.repair())
                    : repair;
        }

        private void shockPath(IntervalRecorder path, double at, double repairSeconds) {
            if (!path.isOpen()) {
                path.begin(at, true);
                plan(at + repairSeconds, path::end);
            }
        }

        /** One stream per thing struck and shock, so that what else is struck does not matter. */
        private double repairSeconds(DistributionSampler time, String struck, long number) {
            long key = streams.key("risk-repair", spec.name() + "/" + struck, number);
            return time.sample(new UniformSource(key));
        }
    }
}
