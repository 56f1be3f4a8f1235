package dev.multisite.optimize;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.multisite.demand.DemandModel;
import dev.multisite.exposure.ArchitectureExposure;
import dev.multisite.exposure.ScenarioExposure;
import dev.multisite.regulation.exposure.ReachPiece;
import dev.multisite.scenario.ArchitectureSpec.Phase;
import dev.multisite.scenario.ArchitectureSpec.Start;
import dev.multisite.scenario.DataSpec;
import dev.multisite.scenario.DistributionSpec;
import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.SiteSpec;

/** What the laws say if a population's records were all kept at one candidate, for the whole period. */
final class SiteExposure {

    private final Map<String, double[]> recordYears = new HashMap<>();

    private SiteExposure() {}

    /** Works it out for every population and site; nothing where the scenario keeps no records. */
    static SiteExposure of(Scenario scenario, List<SiteSpec> sites) {
        SiteExposure result = new SiteExposure();
        if (!scenario.keepsRecords()) {
            return result;
        }
        ScenarioExposure exposure = ScenarioExposure.of(scenario, DemandModel.of(scenario));
        for (int j = 0; j < sites.size(); j++) {
            Phase phase = new Phase("start", new Start.Begin(), List.of(), homes(scenario, sites.get(j)));
            ArchitectureExposure there = exposure.evaluate(List.of(phase), List.of(0.0), new double[] {0});
            int site = j;
            there.byPopulation()
                    .forEach((population, own) ->
                            result.recordYears.computeIfAbsent(population, fresh -> new double[sites.size()])[site] =
                                    own.recordYears(ReachPiece::wrong));
        }
        return result;
    }

    private static DataSpec homes(Scenario scenario, SiteSpec site) {
        List<DataSpec.Rule> rules = new ArrayList<>();
        scenario.populations().keySet().forEach(population -> rules.add(home(population, site.name())));
        return new DataSpec(rules, DataSpec.Migrate.AT_ONCE, List.of());
    }

    /** Returns the rule of a placement: all records of a population at one site, nothing else said. */
    static DataSpec.Rule home(String population, String site) {
        return new DataSpec.Rule(
                Set.of(population),
                Set.of(),
                site,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                DataSpec.Replication.ASYNC,
                DataSpec.KeyCustody.OPERATOR,
                Set.of(),
                Set.of(),
                Set.of(),
                new DistributionSpec.Constant(Double.POSITIVE_INFINITY),
                Double.POSITIVE_INFINITY);
    }

    /** Returns the record-years in breach of a law if all records of {@code population} are at {@code site}. */
    double nonCompliantRecordYears(String population, int site) {
        double[] bySite = recordYears.get(population);
        return bySite == null ? 0 : bySite[site];
    }
}
