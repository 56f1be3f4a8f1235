package dev.multisite.simulation;

import java.util.List;

import dev.multisite.demand.Reactions;
import dev.multisite.scenario.PopulationSpec;
import dev.multisite.world.Outcome;

/** The figures that devices see, for every slice of phase, population and service. */
final class DeviceFigures {

    private static final int ALL = TotalsCube.ALL;

    /** If fewer of the failures can be blamed on outages, they count as independent of each other. */
    private static final double OUTAGE_SHARE = 0.1;

    private final Replication replication;
    private final Measurement measurement;
    private final TotalsCube cube;
    private final OutageCount outages;
    private final FigureList figures;

    DeviceFigures(Replication replication, Measurement measurement, TotalsCube cube, FigureList figures) {
        this.replication = replication;
        this.measurement = measurement;
        this.cube = cube;
        this.outages = new OutageCount(replication);
        this.figures = figures;
    }

    void addAll() {
        List<String> populations = replication.model().who().populations();
        List<String> services = replication.model().who().services();
        List<String> phases = replication.phaseLabels();
        addPopulations("", ALL);
        addReactions();
        for (int service = 0; service < services.size(); service++) {
            add(new Slice("", "", "", services.get(service)), ALL, ALL, service);
            for (int population = 0; population < populations.size(); population++) {
                add(new Slice("", populations.get(population), "", services.get(service)), ALL, population, service);
            }
        }
        for (int phase = 0; phases.size() > 1 && phase < phases.size(); phase++) {
            addPopulations(phases.get(phase), phase);
        }
    }

    private void addPopulations(String label, int phase) {
        List<String> populations = replication.model().who().populations();
        add(new Slice(label, "", "", ""), phase, ALL, ALL);
        double devices = 0;
        for (int population = 0; population < populations.size(); population++) {
            Slice slice = new Slice(label, populations.get(population), "", "");
            add(slice, phase, population, ALL);
            double mean = meanDevices(populations.get(population), phase);
            figures.add(slice, "devices", mean);
            devices += mean;
        }
        figures.add(new Slice(label, "", "", ""), "devices", devices);
    }

    /** What warnings, stops, blocks and lost trust cost, where there are any. */
    private void addReactions() {
        boolean any = false;
        double lost = 0;
        double blocked = 0;
        for (PopulationSpec population :
                replication.model().scenario().populations().values()) {
            Reactions own =
                    Reactions.of(population, replication.model().scenario().period());
            if (own.any()) {
                any = true;
                double ownLost = own.lostDevices();
                double ownBlocked = own.blockedDeviceDays();
                figures.add(Slice.ofCountry(population.name()), "lost-devices", ownLost);
                figures.add(Slice.ofCountry(population.name()), "service-block-device-days", ownBlocked);
                lost += ownLost;
                blocked += ownBlocked;
            }
        }
        if (any) {
            figures.add(Slice.ALL, "lost-devices", lost);
            figures.add(Slice.ALL, "service-block-device-days", blocked);
        }
    }

    private double meanDevices(String population, int phase) {
        List<Double> starts = replication.timeline().phaseStarts();
        double from = phase == ALL ? 0 : starts.get(phase);
        double until =
                phase == ALL || phase + 1 == starts.size() ? replication.model().endSeconds() : starts.get(phase + 1);
        return replication.model().demand().meanDevices(population, from, until);
    }

    private void add(Slice slice, int phase, int population, int service) {
        Totals totals = cube.of(phase, population, service);
        if (totals.expected() == 0) {
            return;
        }
        figures.add(slice, "requests", measurement.sampled() ? totals.expected() : totals.started());
        figures.addMillis(slice, "latency-mean", totals.meanLatencySeconds());
        if (!slice.equals(Slice.ALL)) {
            figures.addMillis(slice, "wait-mean", totals.meanWaitSeconds());
            figures.add(slice, "wait-probability", totals.waitProbability());
        }
        addFailures(slice, totals, events(totals, phase, population));
        figures.add(slice, "attempts", totals.attemptsPerRequest());
        figures.add(slice, "availability", totals.availability(), outages.of(phase, population));
    }

    private void addFailures(Slice slice, Totals totals, double events) {
        figures.add(slice, "failure-rate", totals.failureRate(), events);
        for (Outcome outcome : Outcome.values()) {
            if (outcome != Outcome.SERVED) {
                figures.add(slice, outcome.metric(), totals.share(outcome), events);
            }
        }
    }

    /** Returns the number of outages behind the failures, or of failures that really were simulated if outages aren't. */
    private double events(Totals totals, int phase, int population) {
        int behind = outages.of(phase, population);
        if (behind > 0 && totals.unreached() >= OUTAGE_SHARE * totals.failed()) {
            return behind;
        }
        double all = cube.of(ALL, ALL, ALL).started();
        double simulatedShare = all > 0 ? Math.min(1, measurement.simulatedRequests() / all) : 0;
        return totals.failed() * simulatedShare;
    }
}
