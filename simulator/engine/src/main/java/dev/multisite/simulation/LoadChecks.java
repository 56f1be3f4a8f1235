package dev.multisite.simulation;

import java.util.ArrayList;
import java.util.List;

import dev.multisite.requests.RequestTally;
import dev.multisite.simulation.ReplicationResult.Check;

/**
 * Two closed forms for the load of each site. Little's law: the mean number of busy cores is the rate at which attempts
 * are worked off times the mean service time. Offered load: the same follows from demand and routing alone, as long as
 * hardly anything fails or is tried again.
 */
final class LoadChecks {

    /** Work that is lost or comes too late is not seen by request; beyond this share Little's law says too little. */
    private static final double MOST_LOST = 0.01;

    /** Retries and failures move load; beyond this share of a site's load the offered load says too little. */
    private static final double MOST_MOVED = 0.1;

    private static final double SLACK = 2e-3;
    private static final double SAMPLED_SLACK = 0.01;

    /** Windows have unequal weights, so their requests count for fewer than they are. */
    private static final double SAMPLED_WORTH = 0.25;

    private final Replication replication;
    private final Measurement measurement;
    private final DemandAccount account;
    private final Totals totals;
    private final double slack;
    private final double worth;

    LoadChecks(Replication replication, Measurement measurement, DemandAccount account, Totals totals) {
        this.replication = replication;
        this.measurement = measurement;
        this.account = account;
        this.totals = totals;
        this.slack = measurement.sampled() ? SAMPLED_SLACK : SLACK;
        this.worth = (measurement.sampled() ? SAMPLED_WORTH : 1) * measurement.simulatedRequests() / totals.started();
    }

    /** What the requests served by one site say about its work. */
    private static final class Work {
        private double served;
        private double seconds;
        private double variance;
        private double completed;
        private double attempts;
        private double busy;
    }

    List<Check> all() {
        List<Check> checks = new ArrayList<>();
        for (int site = 0; site < replication.model().sites().size(); site++) {
            Work work = work(site);
            if (work.seconds > 0 && Double.isFinite(work.variance)) { // without service times there is no load
                addLittle(checks, site, work);
                addOffered(checks, site, work);
            }
        }
        return checks;
    }

    private Work work(int site) {
        ArchitectureModel model = replication.model();
        RequestTally tally = measurement.tally();
        Work work = new Work();
        for (int group = 0; group < tally.groups(); group++) {
            int service = model.who().groups().get(group).service();
            double mean = model.coreSeconds(service, site);
            double served = tally.servedAt(site, group);
            if (served > 0) {
                work.served += served;
                work.seconds += served * mean;
                work.variance += served * mean * mean * model.moments().squaredCv(service);
            }
        }
        for (int slot = 0; slot < tally.slots().size(); slot++) {
            work.completed += tally.site(site).completed(slot);
            work.attempts += tally.site(site).attempts(slot);
            work.busy += tally.site(site).busyCoreSeconds(slot);
        }
        return work;
    }

    private void addLittle(List<Check> checks, int site, Work work) {
        double late = Math.abs(work.completed - work.served) / work.served;
        double lost = Math.max(0, work.attempts - work.completed) / work.served;
        if (late + lost > MOST_LOST) {
            return;
        }
        double period = replication.model().endSeconds() - measurement.measureFromSeconds();
        double expected = work.seconds * work.completed / work.served / period;
        double error = Math.sqrt(work.variance / worth) / work.seconds * expected;
        checks.add(new Check(
                "busy cores of " + name(site) + " by Little's law",
                expected,
                work.busy / period,
                error,
                (slack + late + lost) * expected,
                work.served * worth,
                Check.NORMAL,
                "1"));
    }

    private void addOffered(List<Check> checks, int site, Work work) {
        double expected = offered(site);
        double all = 0;
        for (int other = 0; other < replication.model().sites().size(); other++) {
            all += offered(other);
        }
        double moved = (Math.abs(totals.attemptsPerRequest() - 1) + totals.failureRate()) * all;
        if (!(expected > 0) || measurement.measureFromSeconds() > 0 || moved > MOST_MOVED * expected) {
            return;
        }
        double period = replication.model().endSeconds();
        double squares = 1 / work.served + work.variance / (work.seconds * work.seconds);
        checks.add(new Check(
                "busy cores of " + name(site) + " by demand",
                expected / period,
                measurement.busyCoreSeconds().get(site) / period,
                Math.sqrt(squares / worth) * expected / period,
                (slack * expected + moved) / period,
                work.served * worth,
                Check.NORMAL,
                "1"));
    }

    private double offered(int site) {
        double sum = 0;
        for (int slot = 0; slot < replication.slots().slots().size(); slot++) {
            sum += account.coreSeconds(slot, site);
        }
        return sum;
    }

    private String name(int site) {
        return replication.model().sites().get(site).name();
    }
}
