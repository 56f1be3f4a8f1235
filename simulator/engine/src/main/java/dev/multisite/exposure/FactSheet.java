package dev.multisite.exposure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.multisite.regulation.catalogue.LawCatalogue;
import dev.multisite.regulation.facts.CaseFacts;
import dev.multisite.regulation.facts.Controller;
import dev.multisite.regulation.facts.HeldFacts;
import dev.multisite.regulation.facts.Subject;
import dev.multisite.regulation.law.Law;
import dev.multisite.regulation.law.Scope;
import dev.multisite.scenario.PopulationSpec;
import dev.multisite.scenario.RegulationSpec;
import dev.multisite.scenario.RegulationSpec.Fact;
import dev.multisite.scenario.Scenario;

/** Writes down, in the words of the law evaluator, what a scenario says about some records of one population. */
final class FactSheet {

    private final Scenario scenario;
    private final PopulationSpec population;
    private final Controller controller;
    private final HeldFacts held;
    private final Mechanisms mechanisms;

    FactSheet(Scenario scenario, LawCatalogue laws, PopulationSpec population, String service) {
        this.scenario = scenario;
        this.population = population;
        this.controller = controller(scenario.regulation(), population.country());
        this.held = held(scenario.regulation(), laws, population.country());
        this.mechanisms = new Mechanisms(scenario.regulation(), population, service);
    }

    Mechanisms mechanisms() {
        return mechanisms;
    }

    private static Controller controller(RegulationSpec regulation, String country) {
        Map<String, Set<String>> nexus = regulation.controller().nexus();
        boolean known = nexus.containsKey(country) || nexus.containsKey(RegulationSpec.EVERYWHERE_ELSE);
        Set<String> ties = nexus.getOrDefault(country, nexus.getOrDefault(RegulationSpec.EVERYWHERE_ELSE, Set.of()));
        return new Controller(regulation.controller().home(), ties, known);
    }

    /** A fact is stated for a law; it holds in cases that this law is about. */
    private static HeldFacts held(RegulationSpec regulation, LawCatalogue laws, String country) {
        Set<String> names = new TreeSet<>();
        Map<String, LocalDate> since = new HashMap<>();
        regulation.facts().forEach((name, facts) -> {
            Law law = laws.law(name);
            boolean concerns = law.everCovers(country)
                    || law.versions().stream().anyMatch(v -> v.scope().subjects() == Scope.Subjects.ANYONE);
            for (Fact fact : concerns ? facts : List.<Fact>of()) {
                if (fact.since().equals(Instant.MIN)) {
                    names.add(fact.name());
                } else {
                    since.put(fact.name(), fact.since().atOffset(ZoneOffset.UTC).toLocalDate());
                }
            }
        });
        return new HeldFacts(names, since, Map.of(), List.of());
    }

    /**
     * Returns the facts of records of {@code dataClass}.
     *
     * @param attributes attributes of the people
     * @param instant decides which grounds hold
     */
    CaseFacts facts(
            String dataClass, Set<String> attributes, Situation situation, Mechanisms.Level level, Instant instant) {
        Subject subject = new Subject(population.country(), Set.of(), dataClass, Double.NaN, Double.NaN, attributes);
        SiteFacts sites = new SiteFacts(
                scenario,
                population.country(),
                situation,
                state -> new SiteFacts.Ground(
                        mechanisms.names(instant, level, state, situation.mitigations()),
                        mechanisms.assessment(instant, level, state)));
        return new CaseFacts(subject, controller, sites.copies(), sites.movements(), held);
    }
}
