package dev.multisite.simulation;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.multisite.requests.RequestPlane;
import dev.multisite.world.Routing;
import dev.multisite.world.World.Source;

/** Parts of the sources that are simulated together, and their request planes, prepared once. */
final class Crowds {

    private final Replication replication;
    private final Map<BitSet, RequestPlane> planes = new HashMap<>();

    Crowds(Replication replication) {
        this.replication = replication;
    }

    /** Returns the sources that may try one of {@code sites} in {@code regime}. */
    BitSet sourcesMeetingAt(BitSet sites, int regime) {
        BitSet sources = new BitSet();
        if (sites.isEmpty()) {
            return sources;
        }
        int count = replication.world().sources().size();
        for (int source = 0; source < count; source++) {
            for (int site : replication.routing().regime(regime).choices(source)) {
                if (sites.get(site)) {
                    sources.set(source);
                    break;
                }
            }
        }
        return sources;
    }

    /** Returns the sites that {@code sources} may try in {@code regime}. */
    BitSet sitesOf(BitSet sources, int regime) {
        BitSet sites = new BitSet();
        sources.stream().forEach(source -> {
            for (int site : replication.routing().regime(regime).choices(source)) {
                sites.set(site);
            }
        });
        return sites;
    }

    /** Returns the sources whose choices are not the same in all {@code regimes}, or that meet a cut path in one. */
    BitSet sourcesThatMove(BitSet regimes) {
        BitSet moving = new BitSet();
        Routing.Regime first = replication.routing().regime(regimes.nextSetBit(0));
        regimes.stream().forEach(index -> {
            Routing.Regime regime = replication.routing().regime(index);
            for (int source = 0; source < replication.world().sources().size(); source++) {
                boolean same = Arrays.equals(first.choices(source), regime.choices(source));
                moving.set(source, moving.get(source) || !same || meetsCut(regime, source));
            }
        });
        return moving;
    }

    private boolean meetsCut(Routing.Regime regime, int source) {
        if (!regime.pathsDisturbed()) {
            return false;
        }
        int endpoint = replication.world().sources().get(source).endpoint();
        for (int site : regime.choices(source)) {
            if (regime.pathDown(endpoint, site)) {
                return true;
            }
        }
        return false;
    }

    /** Returns all other sources. */
    BitSet others(BitSet sources) {
        BitSet others = new BitSet();
        others.set(0, replication.world().sources().size());
        others.andNot(sources);
        return others;
    }

    /** Returns the share of each class that {@code sources} cover. */
    double[] coverage(BitSet sources) {
        double[] coverage = new double[replication.world().demand().classes()];
        List<Source> all = replication.world().sources();
        sources.stream()
                .forEach(s -> coverage[all.get(s).demandClass()] += all.get(s).share());
        return coverage;
    }

    RequestPlane plane(BitSet sources) {
        return planes.computeIfAbsent(sources, kept -> new RequestPlane(SubWorld.of(replication.world(), kept)));
    }
}
