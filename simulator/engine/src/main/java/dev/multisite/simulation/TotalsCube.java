package dev.multisite.simulation;

import java.util.Arrays;
import java.util.List;

import dev.multisite.requests.RequestTally;
import dev.multisite.world.World.Group;

/** Totals for every phase, population and service, and for all of each; the index of "all" is -1. */
final class TotalsCube {

    static final int ALL = -1;

    private final int populations;
    private final int services;
    private final Totals[] totals;

    TotalsCube(Replication replication, RequestTally tally, DemandAccount account) {
        SourceCatalogue who = replication.model().who();
        populations = who.populations().size();
        services = who.services().size();
        int phases = replication.timeline().phases().size();
        totals = new Totals[(phases + 1) * (populations + 1) * (services + 1)];
        Arrays.setAll(totals, i -> new Totals());
        List<Group> groups = who.groups();
        for (int group = 0; group < groups.size(); group++) {
            int population = who.populationOfGroup(group);
            for (int slot = 0; slot < tally.slots().size(); slot++) {
                of(tally.slots().phase(slot), population, groups.get(group).service())
                        .add(tally, account, slot, group);
            }
        }
        for (int phase = 0; phase < phases; phase++) {
            sumUp(phase);
        }
    }

    private void sumUp(int phase) {
        for (int population = 0; population < populations; population++) {
            for (int service = 0; service < services; service++) {
                Totals cell = of(phase, population, service);
                for (int mask = 1; mask < 8; mask++) {
                    of(
                                    (mask & 1) != 0 ? ALL : phase,
                                    (mask & 2) != 0 ? ALL : population,
                                    (mask & 4) != 0 ? ALL : service)
                            .add(cell);
                }
            }
        }
    }

    Totals of(int phase, int population, int service) {
        return totals[((phase + 1) * (populations + 1) + population + 1) * (services + 1) + service + 1];
    }
}
