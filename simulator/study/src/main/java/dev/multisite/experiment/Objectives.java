package dev.multisite.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.multisite.experiment.ArchitectureCollector.FigureKey;
import dev.multisite.experiment.ObjectiveRow.Met;
import dev.multisite.scenario.MetricNames;
import dev.multisite.scenario.ObjectiveSpec;
import dev.multisite.scenario.ObjectiveSpec.Bound;
import dev.multisite.scenario.PopulationSpec;
import dev.multisite.scenario.Scenario;
import dev.multisite.simulation.Slice;
import dev.multisite.statistics.Estimate;
import dev.multisite.statistics.Proportions;

/** Judges the objectives of a scenario. */
final class Objectives {
    private final Scenario scenario;
    private final Estimator estimator;
    private final Map<String, Fines> fines;
    private final double confidence;

    /** @param fines replays of enforcement by architecture; empty if there are none */
    Objectives(Scenario scenario, Estimator estimator, Map<String, Fines> fines, double confidence) {
        this.fines = Map.copyOf(fines);
        this.scenario = scenario;
        this.estimator = estimator;
        this.confidence = confidence;
    }

    List<ObjectiveRow> judge(String architecture, ArchitectureCollector data) {
        List<ObjectiveRow> rows = new ArrayList<>();
        for (ObjectiveSpec objective : scenario.objectives()) {
            if (MetricNames.FINES.contains(objective.metric())) {
                rows.add(judgeFines(architecture, objective));
                continue;
            }
            for (String population : populations(objective.country())) {
                rows.add(judge(architecture, data, objective, population));
            }
        }
        return rows;
    }

    /** The probability is that of a replay to keep the limit: what the authorities do in one course of the world. */
    private ObjectiveRow judgeFines(String architecture, ObjectiveSpec objective) {
        Fines own = fines.get(architecture);
        Estimate estimate = own == null ? Estimate.none() : own.estimate(objective.metric(), confidence);
        Estimate kept = own == null || objective.metric().equals("fine-probability")
                ? Estimate.none()
                : probability(own.amounts(objective.metric()), objective);
        return new ObjectiveRow(
                architecture,
                objective,
                "",
                MetricNames.unit(objective.metric()),
                estimate,
                kept,
                met(estimate, objective));
    }

    /** A name is a population's; a country code that is none stands for every population of that country. */
    private List<String> populations(String country) {
        if (country.isEmpty() || scenario.populations().containsKey(country)) {
            return List.of(country);
        }
        return scenario.populations().values().stream()
                .filter(population -> population.country().equals(country))
                .map(PopulationSpec::name)
                .toList();
    }

    private ObjectiveRow judge(
            String architecture, ArchitectureCollector data, ObjectiveSpec objective, String population) {
        FigureKey key = new FigureKey(new Slice("", population, "", objective.service()), objective.metric());
        MetricRow row = estimator.row(architecture, data, key);
        double[] values = data.figures().getOrDefault(key, new ValueSeries()).toArray(data.replications());
        return new ObjectiveRow(
                architecture,
                objective,
                population,
                row.unit(),
                row.estimate(),
                probability(values, objective),
                met(row.estimate(), objective));
    }

    private Estimate probability(double[] values, ObjectiveSpec objective) {
        int kept = 0;
        int count = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                count++;
                kept += keeps(value, objective) ? 1 : 0;
            }
        }
        return count == 0 ? Estimate.none() : Proportions.clopperPearson(kept, count, confidence);
    }

    private static boolean keeps(double value, ObjectiveSpec objective) {
        return objective.bound() == Bound.AT_MOST ? value <= objective.limit() : value >= objective.limit();
    }

    private static Met met(Estimate estimate, ObjectiveSpec objective) {
        if (!estimate.hasInterval()) {
            return Met.UNCERTAIN;
        }
        boolean low = keeps(estimate.low(), objective);
        boolean high = keeps(estimate.high(), objective);
        return low && high ? Met.YES : low || high ? Met.UNCERTAIN : Met.NO;
    }
}
