package dev.multisite.scenario.yaml;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.multisite.scenario.ArchitectureSpec;
import dev.multisite.scenario.FailureSpec;
import dev.multisite.scenario.NetworkSpec;
import dev.multisite.scenario.ObjectiveSpec;
import dev.multisite.scenario.OptimizeSpec;
import dev.multisite.scenario.Period;
import dev.multisite.scenario.PopulationSpec;
import dev.multisite.scenario.RegulationSpec;
import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.ServiceSpec;
import dev.multisite.scenario.SimulationSpec;
import dev.multisite.scenario.SiteSpec;

/** The whole document. Start reading here; each section has its own class. */
final class ScenarioShape {

    private static final Key<Integer> VERSION =
            Key.required("multisite", Shapes.word("1", 1), "1", "version of the format");
    private static final Key<String> TITLE = Key.of("title", Shapes.TEXT, "\"\"", "From one site to three", "one line");
    private static final Key<String> DESCRIPTION =
            Key.of("description", Shapes.TEXT, "\"\"", "What this scenario is about.", "free text");

    private static final Key<Instant> FROM = Key.required("from", Quantity.DATE, "2014-07-01", "first instant");
    private static final Key<Instant> TO =
            Key.required("to", Quantity.DATE, "2016-07-01", "end, not included, after `from`; 100 years at most");
    private static final Key<Period> PERIOD = Key.required(
            "period",
            new ObjectShape<>("period", "The time that is simulated.", List.of(FROM, TO), ScenarioShape::period),
            "{from: 2014-07-01, to: 2016-07-01}",
            "the time that is simulated");

    private static final Key<String> BASELINE = Key.derived(
            "baseline",
            Shapes.reference("architectures", "architecture"),
            "the first architecture",
            (f, reading) -> reading.names("architectures").stream().findFirst().map(YamlText::quote),
            "single-site",
            "the architecture that the others are compared with");
    private static final Key<Map<String, ServiceSpec>> SERVICES = Key.required(
            "services",
            Shapes.named(ServiceShapes.SERVICE, 1),
            "{cloud-sync: {requests: 60/d, service-time: 12ms}}",
            "what devices ask for");
    private static final Key<Map<String, PopulationSpec>> POPULATIONS = Key.required(
            "populations", Shapes.named(PopulationShapes.POPULATION, 1), "{IN: {devices: 3M}}", "who asks, over time");
    private static final Key<Map<String, SiteSpec>> SITES = Key.required(
            "sites",
            Shapes.named(SiteShapes.SITE, 1),
            "{beijing: {place: Beijing, hosts: 120}}",
            "candidate data centers");
    private static final Key<NetworkSpec> NETWORK = Key.of(
            "network",
            NetworkShapes.NETWORK,
            "{}",
            "{failover-detection: 30s}",
            "overrides of the latency and path-failure model");
    private static final Key<RegulationSpec> REGULATION = Key.optional(
            "regulation",
            RegulationShapes.REGULATION,
            "{controller: {name: Xiaomi, home: CN}}",
            "what laws ask about the firm");
    private static final Key<Map<String, ArchitectureSpec>> ARCHITECTURES = Key.required(
            "architectures",
            Shapes.named(ArchitectureShapes.ARCHITECTURE, 1),
            "{single-site: {phases: [{from: start, route: {to: [beijing]}}]}}",
            "the alternatives to compare");
    private static final Key<List<ObjectiveSpec>> OBJECTIVES = Key.of(
            "objectives",
            Shapes.list(ObjectiveShapes.OBJECTIVE),
            "[]",
            "[{metric: failure-rate, at-most: 0.1%}]",
            "limits, reported with the probability of meeting them");
    private static final Key<SimulationSpec> SIMULATION =
            Key.of("simulation", SimulationShapes.SIMULATION, "{}", "{seed: 7, replications: 20}", "how to simulate");
    private static final Key<OptimizeSpec> OPTIMIZE = Key.optional(
            "optimize",
            OptimizeShapes.OPTIMIZE,
            "{sites: 1..3, minimise: cost}",
            "which sites to choose among; for `multisite optimize` alone");

    /** A scenario. The order matters: sections refer to those before them. */
    static final ObjectShape<Scenario> SCENARIO = new ObjectShape<>(
            "scenario",
            "One question to simulate.",
            List.of(
                    VERSION,
                    TITLE,
                    DESCRIPTION,
                    PERIOD,
                    BASELINE,
                    SERVICES,
                    POPULATIONS,
                    SITES,
                    NETWORK,
                    REGULATION,
                    ARCHITECTURES,
                    OBJECTIVES,
                    SIMULATION,
                    OPTIMIZE),
            ScenarioShape::build);

    private ScenarioShape() {}

    private static Optional<Period> period(Fields f) {
        Instant from = f.get(FROM);
        Instant to = f.get(TO);
        if (!from.isBefore(to)) {
            f.problem(TO, "must be later than from");
            return Optional.empty();
        }
        if (from.plusSeconds(36_525L * 86_400).isBefore(to)) {
            f.problem(TO, "the period must not exceed 100 years");
            return Optional.empty();
        }
        Period period = new Period(from, to);
        f.reading().begin(period);
        return Optional.of(period);
    }

    private static Optional<Scenario> build(Fields f) {
        boolean repairs = repairsPerSite(f);
        boolean places = recordsHaveAPlace(f);
        if (!repairs || !places) {
            return Optional.empty();
        }
        return Optional.of(new Scenario(
                f.get(TITLE),
                f.get(DESCRIPTION),
                f.get(PERIOD),
                f.get(BASELINE),
                f.get(SERVICES),
                f.get(POPULATIONS),
                f.get(SITES),
                f.get(NETWORK),
                f.find(REGULATION).orElse(RegulationSpec.NONE),
                f.get(ARCHITECTURES),
                f.get(OBJECTIVES),
                f.get(SIMULATION),
                f.find(OPTIMIZE)
                        .orElseGet(
                                () -> OptimizeSpec.of(List.copyOf(f.get(SITES).keySet())))));
    }

    /** A site that recovers from a shock by its own repair needs outages that have one. */
    private static boolean repairsPerSite(Fields f) {
        boolean fine = true;
        for (SiteSpec site : f.get(SITES).values()) {
            for (String risk : site.sharedRisks()) {
                boolean perSite =
                        Objects.requireNonNull(f.get(NETWORK).risks().get(risk)).recoversByOutages();
                if (perSite && site.outages() instanceof FailureSpec.Never) {
                    Node node = Nodes.child(Nodes.child(f.node(SITES), site.name()), "shared-risks");
                    f.reading()
                            .problems()
                            .add(
                                    node,
                                    "the risk " + risk
                                            + " has repair: per-site, so the site needs outages with a repair");
                    fine = false;
                }
            }
        }
        return fine;
    }

    /** Every population's records of every service need a rule that says where they are. */
    private static boolean recordsHaveAPlace(Fields f) {
        boolean fine = true;
        for (ArchitectureSpec architecture : f.get(ARCHITECTURES).values()) {
            List<String> without = new ArrayList<>();
            for (ArchitectureSpec.Phase phase : architecture.phases()) {
                f.get(POPULATIONS)
                        .values()
                        .forEach(population -> f.get(SERVICES).values().stream()
                                .filter(service -> !service.stores().isEmpty()
                                        && population.uses().getOrDefault(service.name(), 0.0) > 0)
                                .filter(service -> phase.data().rules().stream()
                                        .noneMatch(rule -> rule.fits(population, service.name())))
                                .forEach(service -> without.add(phase.label() + ": no rule of data covers "
                                        + population.name() + ", " + service.name())));
            }
            if (!without.isEmpty()) {
                Node node = Nodes.child(Nodes.child(f.node(ARCHITECTURES), architecture.name()), "phases");
                without.stream().limit(3).forEach(text -> f.reading().problems().add(node, text));
                fine = false;
            }
        }
        return fine;
    }
}
