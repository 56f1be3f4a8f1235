package dev.multisite.optimize;

import dev.multisite.scenario.FailureSpec;
import dev.multisite.scenario.NetworkSpec;
import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.SiteSpec;
import dev.multisite.scenario.SiteSpec.Hosts;
import dev.multisite.scenario.SiteSpec.Opening;
import dev.multisite.units.Durations;

/** What the deterministic model knows of one candidate, apart from who is served. */
final class SiteFigures {

    private static final double SECONDS_PER_HOUR = 3600;

    private final Scenario scenario;
    private final SiteSpec site;

    SiteFigures(Scenario scenario, SiteSpec site) {
        this.scenario = scenario;
        this.site = site;
    }

    /** Returns capital written off and the hosts that are always there, US dollars. */
    double openUsd() {
        double life = Durations.toSeconds(site.cost().life());
        double capital = site.cost().capex().usd() * Math.min(1, openSeconds() / life);
        return capital + fewestHosts() * hostUsd();
    }

    private double openSeconds() {
        double start = site.opens() instanceof Opening.On on
                ? scenario.period().toSeconds(on.on()) + on.slip().mean()
                : 0;
        double end = scenario.period().seconds();
        return Math.max(0, end - Math.max(0, start));
    }

    private double hostUsd() {
        return site.cost().perHostHour().usd() * openSeconds() / SECONDS_PER_HOUR;
    }

    private int fewestHosts() {
        return site.hosts() instanceof Hosts.Autoscale scaled ? scaled.min() : ((Hosts.Fixed) site.hosts()).count();
    }

    /**
     * Returns what serving costs beyond that: traffic at the price of the first tier and, where hosts follow the load, the
     * hosts that it takes at the target utilisation.
     *
     * @param egressGb traffic over the period, 10^9 bytes
     * @param coreSeconds work over the period on the reference core
     */
    double serveUsd(double egressGb, double coreSeconds) {
        double traffic = site.cost().egress().isEmpty()
                ? 0
                : site.cost().egress().get(0).perGb().usd() * egressGb;
        if (site.hosts() instanceof Hosts.Autoscale scaled && openSeconds() > 0) {
            double cores = coreSeconds / site.coreSpeed() / openSeconds();
            traffic += cores / site.coresPerHost() / scaled.targetUtilisation() * hostUsd();
        }
        return traffic;
    }

    /** Returns the most load that fits, in reference cores. */
    double capacityCores(double maxUtilisation) {
        int hosts =
                site.hosts() instanceof Hosts.Autoscale scaled ? scaled.max() : ((Hosts.Fixed) site.hosts()).count();
        return hosts * (double) site.coresPerHost() * site.coreSpeed() * maxUtilisation;
    }

    /**
     * Returns the share of time in which devices try the site though it is down: with other sites to turn to, from a
     * failure until they know; alone, as long as it lasts.
     */
    double lostShare(boolean alone) {
        double share = lostShare(site.outages(), alone);
        for (String name : site.sharedRisks()) {
            NetworkSpec.Risk risk = scenario.network().risks().get(name);
            if (risk != null) {
                share += lostShare(risk.failure(), alone);
            }
        }
        return Math.min(1, share);
    }

    private double lostShare(FailureSpec failure, boolean alone) {
        if (!(failure instanceof FailureSpec.Renewal renewal)) {
            return 0;
        }
        double repair = renewal.repair().mean();
        double known = Durations.toSeconds(scenario.network().failoverDetection());
        return (alone ? repair : Math.min(repair, known)) / (renewal.upTime().mean() + repair);
    }
}
