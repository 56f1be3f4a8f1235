package dev.multisite.simulation;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

import dev.multisite.simulation.LoadSweep.Stretch;

/** The expected requests of every timeline bin, by the stratum or zone that they fall into. */
final class BinDemand {

    /** What one bin holds of one stratum or zone: expected requests by group, and from when until when they start. */
    static final class Share {

        private final int bin;
        private final double from;
        private final double[] requests;
        private double until;

        private Share(int bin, double from, int groups) {
            this.bin = bin;
            this.from = from;
            this.requests = new double[groups];
        }

        int bin() {
            return bin;
        }

        double from() {
            return from;
        }

        double until() {
            return until;
        }

        double requests(int group) {
            return requests[group];
        }
    }

    private final Replication replication;
    private final Strata strata;
    private final List<Zone> zones;
    private final List<List<Share>> ofZone = new ArrayList<>();
    private final IdentityHashMap<Stratum, List<Share>> ofStratum = new IdentityHashMap<>();
    private final int[] groupOfClass;
    private int nextZone;

    /** @param zones disjoint, in order of time */
    BinDemand(Replication replication, Strata strata, List<Zone> zones) {
        this.replication = replication;
        this.strata = strata;
        this.zones = zones;
        this.groupOfClass = replication.model().who().groupOfClass().stream()
                .mapToInt(Integer::intValue)
                .toArray();
        zones.forEach(zone -> ofZone.add(new ArrayList<>()));
        strata.all().forEach(stratum -> ofStratum.put(stratum, new ArrayList<>()));
        new LoadSweep(replication, boundaries()).walk(this::visit);
    }

    private double[] boundaries() {
        int slots = replication.slots().slots().size();
        double[] result = new double[2 * zones.size() + slots];
        for (int i = 0; i < zones.size(); i++) {
            result[2 * i] = zones.get(i).from();
            result[2 * i + 1] = zones.get(i).until();
        }
        for (int slot = 0; slot < slots; slot++) {
            result[2 * zones.size() + slot] = replication.slots().slots().start(slot);
        }
        return result;
    }

    private void visit(Stretch stretch) {
        while (nextZone < zones.size() && zones.get(nextZone).until() <= stretch.from()) {
            nextZone++;
        }
        if (nextZone < zones.size() && zones.get(nextZone).from() <= stretch.from()) {
            add(stretch, ofZone.get(nextZone));
        } else {
            add(stretch, ofStratum.getOrDefault(strata.at(stretch), new ArrayList<>()));
        }
    }

    private void add(Stretch stretch, List<Share> shares) {
        ArchitectureModel model = replication.model();
        int bin = replication.slots().binOf(replication.slots().slots().at(stretch.from()));
        if (shares.isEmpty() || shares.get(shares.size() - 1).bin != bin) {
            shares.add(new Share(bin, stretch.from(), model.who().groups().size()));
        }
        Share share = shares.get(shares.size() - 1);
        share.until = stretch.until();
        for (int demandClass = 0; demandClass < groupOfClass.length; demandClass++) {
            share.requests[groupOfClass[demandClass]] += stretch.rate(demandClass) * stretch.seconds();
        }
    }

    /** Returns the shares of a zone in order of time. */
    List<Share> ofZone(int zone) {
        return ofZone.get(zone);
    }

    /** Returns the shares of a stratum in order of time. */
    List<Share> of(Stratum stratum) {
        return ofStratum.getOrDefault(stratum, List.of());
    }
}
