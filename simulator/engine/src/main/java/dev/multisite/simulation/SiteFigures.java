package dev.multisite.simulation;

import java.util.Optional;

import dev.multisite.calendar.SiteHistory;
import dev.multisite.calendar.StepFunction;
import dev.multisite.cost.SiteCosts;
import dev.multisite.exposure.StorageAccount;
import dev.multisite.requests.RequestTally;
import dev.multisite.requests.SiteTally;
import dev.multisite.scenario.SiteSpec;

/** Figures of sites and their sums: waits, utilisation, availability, cost, energy, carbon. */
final class SiteFigures {

    private static final double BYTES_PER_GB = 1e9;

    private final Replication replication;
    private final Measurement measurement;
    private final DemandAccount account;
    private final Optional<StorageAccount> storage;
    private final FigureList figures;

    /** @param storage what keeping and moving records takes; empty where nothing is kept */
    SiteFigures(
            Replication replication,
            Measurement measurement,
            DemandAccount account,
            Optional<StorageAccount> storage,
            FigureList figures) {
        this.replication = replication;
        this.measurement = measurement;
        this.account = account;
        this.storage = storage;
        this.figures = figures;
    }

    void addAll() {
        SiteSums all = new SiteSums();
        for (int site = 0; site < replication.model().sites().size(); site++) {
            SiteSums sums = sums(site);
            Slice slice = Slice.ofSite(replication.model().sites().get(site).name());
            SiteHistory history = replication.calendar().sites().get(site);
            add(slice, sums);
            figures.add(slice, "requests", sums.served);
            figures.addMillis(slice, "latency-mean", sums.latencySeconds / sums.served);
            figures.add(
                    slice,
                    "site-availability",
                    history.availability(),
                    replication.timeline().outages().get(site).size());
            all.add(sums);
        }
        add(Slice.ALL, all);
        if (replication.model().spec().quorum() > 0) {
            Quorum quorum = Quorum.of(replication);
            figures.add(Slice.ALL, "quorum-availability", quorum.availability(), quorum.losses());
        }
        figures.add(Slice.ALL, "cost-per-device-year", all.costUsd / deviceYears());
    }

    private void add(Slice slice, SiteSums sums) {
        figures.addMillis(slice, "wait-mean", sums.waitSeconds / sums.begun);
        figures.add(slice, "wait-probability", sums.waited / sums.attempts);
        figures.add(slice, "utilisation", sums.busyCoreSeconds / sums.coreSeconds);
        figures.add(slice, "utilisation-peak", sums.peak);
        figures.add(slice, "cost", sums.costUsd);
        figures.add(slice, "energy", sums.energyKwh);
        figures.add(slice, "carbon", sums.carbonKg);
    }

    private double deviceYears() {
        double sum = 0;
        for (String population : replication.model().who().populations()) {
            sum += replication
                    .model()
                    .demand()
                    .deviceYears(population, 0, replication.model().endSeconds());
        }
        return sum;
    }

    private SiteSums sums(int site) {
        SiteSums sums = new SiteSums();
        RequestTally tally = measurement.tally();
        SiteTally counts = tally.site(site);
        for (int slot = 0; slot < tally.slots().size(); slot++) {
            sums.attempts += counts.attempts(slot);
            sums.waited += counts.waited(slot);
            sums.waitSeconds += counts.waitSeconds(slot);
            sums.served += counts.served(slot);
            sums.latencySeconds += counts.latencySeconds(slot);
        }
        sums.begun = counts.waits().totalWeight();
        SiteHistory history = replication.calendar().sites().get(site);
        SiteSpec spec = replication.model().sites().get(site);
        double end = replication.model().endSeconds();
        sums.busyCoreSeconds = measurement.busyCoreSeconds().get(site);
        sums.coreSeconds = history.hostsWorking().integral(measurement.measureFromSeconds(), end) * spec.coresPerHost();
        sums.peak = peak(history.utilisation());
        sums.energyKwh = history.energyKwh();
        sums.carbonKg = history.carbonKg();
        sums.costUsd = cost(site).totalUsd();
        return sums;
    }

    /** Returns the highest step of the utilisation that the calendar sees. */
    private static double peak(StepFunction utilisation) {
        double peak = 0;
        for (int step = 0; step < utilisation.steps(); step++) {
            peak = Math.max(peak, utilisation.value(step));
        }
        return peak;
    }

    private SiteCosts cost(int site) {
        SiteHistory history = replication.calendar().sites().get(site);
        double end = replication.model().endSeconds();
        return SiteCosts.of(
                replication.model().sites().get(site).cost(),
                Math.max(0, end - history.openingSeconds()),
                history.hostsPresent().integral(0, end),
                egressGb(site),
                storage.map(records -> records.gigabyteMonths(name(site))).orElse(0.0));
    }

    private double[] egressGb(int site) {
        double[] gigabytes = account.egressBytes(site);
        for (int month = 0; month < gigabytes.length; month++) {
            int at = month;
            double sent =
                    storage.map(records -> records.sentBytes(name(site), at)).orElse(0.0);
            gigabytes[month] = (gigabytes[month] + sent) / BYTES_PER_GB;
        }
        return gigabytes;
    }

    private String name(int site) {
        return replication.model().sites().get(site).name();
    }

    /** What adds up over sites. */
    private static final class SiteSums {
        private double attempts;
        private double begun;
        private double waited;
        private double waitSeconds;
        private double served;
        private double latencySeconds;
        private double busyCoreSeconds;
        private double coreSeconds;
        private double peak;
        private double costUsd;
        private double energyKwh;
        private double carbonKg;

        private void add(SiteSums other) {
            attempts += other.attempts;
            begun += other.begun;
            waited += other.waited;
            waitSeconds += other.waitSeconds;
            served += other.served;
            latencySeconds += other.latencySeconds;
            busyCoreSeconds += other.busyCoreSeconds;
            coreSeconds += other.coreSeconds;
            peak = Math.max(peak, other.peak);
            costUsd += other.costUsd;
            energyKwh += other.energyKwh;
            carbonKg += other.carbonKg;
        }
    }
}
