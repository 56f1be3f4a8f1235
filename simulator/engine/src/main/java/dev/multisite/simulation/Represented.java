package dev.multisite.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.multisite.requests.RequestTally;
import dev.multisite.requests.Slots;

/** Sums up windows, each request counting for those it stands for. */
final class Represented {

    private final Replication replication;
    private final RequestTally tally;
    private final double[] zoneBusy;
    private final double[] ordinaryBusy;
    private final double[] ordinaryFluid;
    private double simulated;

    Represented(Replication replication) {
        this.replication = replication;
        this.tally = emptyTally(replication.slots().slots());
        this.zoneBusy = new double[tally.sites()];
        this.ordinaryBusy = new double[tally.sites()];
        this.ordinaryFluid = new double[tally.sites()];
    }

    private RequestTally emptyTally(Slots slots) {
        return new RequestTally(
                slots,
                replication.world().groups().size(),
                replication.world().sites().size());
    }

    /** Returns an empty tally for what starts between two instants. */
    RequestTally tallyFor(double from, double until) {
        Slots all = replication.slots().slots();
        int first = all.at(from);
        int last = all.at(Math.max(from, Math.nextDown(until)));
        double[] starts = new double[last - first + 1];
        int[] phases = new int[starts.length];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = all.start(first + i);
            phases[i] = all.phase(first + i);
        }
        return emptyTally(new Slots(starts, phases));
    }

    /** Adds a window of ordinary time. */
    void addOrdinary(RequestTally window, double weight) {
        add(window, weight, ordinaryBusy);
    }

    /** Adds a window of a zone. */
    void addZone(RequestTally window, double weight) {
        add(window, weight, zoneBusy);
    }

    private void add(RequestTally window, double weight, double[] busy) {
        tally.addFrom(replication.slots().slots().at(window.slots().start(0)), window, weight);
        simulated += EveryRequest.started(window);
        List<Double> worked = EveryRequest.busyCoreSeconds(window);
        for (int site = 0; site < busy.length; site++) {
            busy[site] += weight * worked.get(site);
        }
    }

    /** Adds the work that first attempts bring to {@code site} in the ordinary time that a window stands for. */
    void addOrdinaryFluid(int site, double coreSeconds) {
        ordinaryFluid[site] += coreSeconds;
    }

    /** The work in ordinary time is that of the fluid, times what the windows did beyond it. */
    Measurement measurement(Strata strata, List<GroupCounts> bins) {
        Double[] busy = new Double[zoneBusy.length];
        Arrays.setAll(busy, site -> {
            double fluid = strata.ordinaryCoreSeconds(site);
            double ratio = ordinaryFluid[site] > 0 ? ordinaryBusy[site] / ordinaryFluid[site] : 1;
            return zoneBusy[site] + fluid * ratio;
        });
        return new Measurement(tally, 0, true, new ArrayList<>(Arrays.asList(busy)), simulated, bins);
    }
}
