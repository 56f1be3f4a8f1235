package dev.multisite.simulation;

import java.util.ArrayList;
import java.util.List;

import dev.multisite.scenario.DistributionSpec;
import dev.multisite.scenario.FailureSpec;
import dev.multisite.scenario.SiteSpec;
import dev.multisite.simulation.ReplicationResult.Check;
import dev.multisite.world.Intervals;

/**
 * The share of the period in which a site is down, by renewal theory: mean repair over mean cycle. For sites that fail
 * with exponential up times, by outages of their own alone, from the start of the period.
 */
final class DowntimeChecks {

    /**
     * Measured over two million sums of lognormal repairs with a 95 % quantile of six medians: beyond five standard errors
     * once in a thousand with 30 failures, 1.6 times in ten thousand with 200.
     */
    private static final double FALSE_ALARM = 1e-3;

    private static final double SLACK = 1e-3;

    private DowntimeChecks() {}

    static List<Check> of(Replication replication) {
        List<Check> checks = new ArrayList<>();
        for (int site = 0; site < replication.model().sites().size(); site++) {
            SiteSpec spec = replication.model().sites().get(site);
            if (failsAlone(spec)
                    && spec.outages() instanceof FailureSpec.Renewal renewal
                    && renewal.upTime() instanceof DistributionSpec.Exponential
                    && Double.isFinite(renewal.repair().squaredCv())) {
                checks.add(check(replication, site, renewal));
            }
        }
        return checks;
    }

    private static boolean failsAlone(SiteSpec spec) {
        return spec.sharedRisks().isEmpty()
                && spec.maintenance().isEmpty()
                && spec.opens() instanceof SiteSpec.Opening.AtStart
                && (spec.hostFailures() instanceof FailureSpec.Never
                        || (spec.hosts() instanceof SiteSpec.Hosts.Fixed fixed && fixed.count() > 1));
    }

    /** Downtime in a long time t has the variance t (u^2 var D + d^2 var U) / (u + d)^3, u and d the mean up and down times. */
    private static Check check(Replication replication, int site, FailureSpec.Renewal renewal) {
        double period = replication.model().endSeconds();
        double up = renewal.upTime().mean();
        double down = renewal.repair().mean();
        double cycle = up + down;
        double variance = up * up * down * down * (renewal.repair().squaredCv() + 1) / (cycle * cycle * cycle) / period;
        double expected = down / cycle;
        double residual = down * (1 + renewal.repair().squaredCv()) / 2;
        return new Check(
                "share of time in which "
                        + replication.model().sites().get(site).name() + " is down",
                expected,
                downSeconds(replication, site) / period,
                Math.sqrt(variance),
                expected * (SLACK + residual / period),
                period / cycle,
                FALSE_ALARM,
                "1");
    }

    private static double downSeconds(Replication replication, int site) {
        Intervals outages = replication.timeline().outages().get(site);
        double sum = 0;
        for (int i = 0; i < outages.size(); i++) {
            sum += Math.min(outages.until(i), replication.model().endSeconds()) - outages.from(i);
        }
        return sum;
    }
}
