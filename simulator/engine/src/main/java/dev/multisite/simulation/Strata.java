package dev.multisite.simulation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.multisite.simulation.LoadSweep.Stretch;

/** Splits the time outside the zones by state: phase, belief, paths, and the set of sites that take requests. */
final class Strata {

    private record State(int routing, BitSet up) {}

    private final Replication replication;
    private final List<Zone> zones;
    private final Map<State, Stratum> strata = new LinkedHashMap<>();
    private final double[] requestsInZone;
    private final double[] ordinaryCoreSeconds;
    private int nextZone;
    private State current;
    private double pieceFrom;
    private double pieceUntil;
    private double pieceRequests;

    /** @param zones disjoint, in order of time */
    Strata(Replication replication, List<Zone> zones) {
        this.replication = replication;
        this.zones = zones;
        this.requestsInZone = new double[zones.size()];
        this.ordinaryCoreSeconds = new double[replication.model().sites().size()];
        this.current = new State(-1, new BitSet());
        new LoadSweep(replication, boundaries()).walk(this::visit);
        closePiece();
    }

    private double[] boundaries() {
        double[] result = new double[2 * zones.size()];
        for (int i = 0; i < zones.size(); i++) {
            result[2 * i] = zones.get(i).from();
            result[2 * i + 1] = zones.get(i).until();
        }
        return result;
    }

    private void visit(Stretch stretch) {
        double requests = 0;
        for (int demandClass = 0; demandClass < replication.model().demand().classes(); demandClass++) {
            requests += stretch.rate(demandClass) * stretch.seconds();
        }
        while (nextZone < zones.size() && zones.get(nextZone).until() <= stretch.from()) {
            nextZone++;
        }
        if (nextZone < zones.size() && zones.get(nextZone).from() <= stretch.from()) {
            requestsInZone[nextZone] += requests;
            return;
        }
        addWork(stretch);
        State state = state(stretch);
        if (!state.equals(current) || stretch.from() != pieceUntil) {
            closePiece();
            current = state;
            pieceFrom = stretch.from();
        }
        pieceUntil = stretch.until();
        pieceRequests += requests;
    }

    private State state(Stretch stretch) {
        BitSet up = new BitSet();
        for (int site = 0; site < ordinaryCoreSeconds.length; site++) {
            up.set(site, stretch.up(site));
        }
        return new State(replication.routing().stateOf(stretch.regime()), up);
    }

    private void addWork(Stretch stretch) {
        FlowTable flows = stretch.flows();
        for (int flow = 0; flow < flows.flows(); flow++) {
            ordinaryCoreSeconds[flows.site(flow)] += stretch.rate(flows.demandClass(flow))
                    * flows.reachedShare(flow)
                    * stretch.seconds()
                    * flows.coreSeconds(flow);
        }
    }

    private void closePiece() {
        if (pieceRequests > 0) {
            strata.computeIfAbsent(current, fresh -> new Stratum())
                    .add(new Piece(pieceFrom, pieceUntil, pieceRequests));
        }
        pieceRequests = 0;
    }

    /** Returns the stratum of a stretch of ordinary time; an empty one if nothing is requested in its state. */
    Stratum at(Stretch stretch) {
        return strata.getOrDefault(state(stretch), new Stratum());
    }

    /** Returns the strata in the order in which they first occur. */
    List<Stratum> all() {
        return new ArrayList<>(strata.values());
    }

    /** Returns the expected requests in a zone. */
    double requestsInZone(int zone) {
        return requestsInZone[zone];
    }

    /** Returns the work that first attempts bring to {@code site} in ordinary time, core-seconds. */
    double ordinaryCoreSeconds(int site) {
        return ordinaryCoreSeconds[site];
    }
}
