package dev.multisite.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import dev.multisite.catalogue.Access;
import dev.multisite.catalogue.AccessTerms;
import dev.multisite.catalogue.Catalogue;
import dev.multisite.catalogue.HubGraph.BorderTerms;
import dev.multisite.catalogue.HubGraph.PathTerms;
import dev.multisite.experiment.AssumptionStudy;
import dev.multisite.scenario.NetworkSpec;
import dev.multisite.scenario.PopulationSpec;
import dev.multisite.scenario.ProfileSpec;
import dev.multisite.scenario.Scenario;
import dev.multisite.verdict.AssumptionWords;

/**
 * What a run took for granted: the catalogue's figures that its network model and day curves bring in, and each default
 * that the scenario left as it is. What the scenario states is not among them.
 */
final class Assumptions {
    private static final String CHINA = "CN";

    private final ArrayNode array;
    private final Scenario scenario;
    private final Catalogue catalogue = Catalogue.standard();

    private Assumptions(ArrayNode array, Scenario scenario) {
        this.array = array;
        this.scenario = scenario;
    }

    /**
     * @param effective the scenario as YAML with defaults marked by comments
     * @param study what the headline owes to some of them; these come first
     */
    static void addTo(ArrayNode array, Scenario scenario, String effective, AssumptionStudy study) {
        Assumptions assumptions = new Assumptions(array, scenario);
        assumptions.addEffects(study);
        if (scenario.network().model() instanceof NetworkSpec.Model.Catalogue) {
            assumptions.addPaths();
            assumptions.addBorder();
            assumptions.addAccess();
        }
        assumptions.addDayCurves();
        DefaultsTaken.of(effective).forEach(taken -> assumptions.add(taken.what(), taken.value(), taken.source()));
    }

    private void addEffects(AssumptionStudy study) {
        AssumptionWords words = new AssumptionWords(study);
        for (AssumptionStudy.Effect effect : study.effects()) {
            ObjectNode node = array.addObject();
            node.put("what", effect.what()).put("value", effect.value()).put("source", effect.source());
            node.put("effect", words.effect(effect));
            RunJson.putNumber(node, "effect-size-ms", study.size(effect));
            ArrayNode cases = node.putArray("cases");
            for (AssumptionStudy.Case each : effect.cases()) {
                ObjectNode one = cases.addObject().put("with", each.with());
                RunJson.putNumber(one, "difference-ms", each.difference());
                RunJson.putNumber(one, "standard-error-ms", each.standardError());
                RunJson.putNumber(one, "half-width-ms", each.halfWidth());
            }
        }
    }

    private void add(String what, String value, String source) {
        array.addObject().put("what", what).put("value", value).put("source", source);
    }

    private void addPaths() {
        PathTerms terms = catalogue.hubGraph().client();
        add(
                "round trip of a public path",
                String.format(
                        Locale.ROOT,
                        "%s ms + %s x overland + %s x cable km / 102; loss %s %%",
                        terms.fixedMillis(),
                        terms.overland(),
                        terms.corridor(),
                        100 * terms.loss()),
                terms.source());
    }

    private void addBorder() {
        boolean inside = scenario.populations().values().stream()
                        .anyMatch(p -> p.country().equals(CHINA))
                || scenario.sites().values().stream()
                        .anyMatch(s -> s.place().country().equals(CHINA));
        boolean outside = scenario.populations().values().stream()
                        .anyMatch(p -> !p.country().equals(CHINA))
                || scenario.sites().values().stream()
                        .anyMatch(s -> !s.place().country().equals(CHINA));
        if (inside && outside) {
            for (BorderTerms terms : catalogue.hubGraph().chinaBorder()) {
                add(
                        "border of mainland China, evidence of " + terms.year(),
                        String.format(
                                Locale.ROOT,
                                "%s ms (quartiles %s and %s ms), loss %s %%",
                                terms.medianMillis(),
                                terms.lowerQuartileMillis(),
                                terms.upperQuartileMillis(),
                                100 * terms.loss()),
                        terms.source());
            }
        }
    }

    private void addAccess() {
        TreeSet<Access> used = new TreeSet<>();
        for (PopulationSpec population : scenario.populations().values()) {
            population.access().forEach((access, share) -> {
                if (share > 0) {
                    used.add(access);
                }
            });
        }
        for (Access access : used) {
            AccessTerms terms = catalogue.accessTerms(access);
            add(
                    "access " + access.key(),
                    String.format(
                            Locale.ROOT,
                            "%s ms + %s x path, p95 %s ms above the median, loss %s %%",
                            terms.addedMillis(),
                            terms.factor(),
                            terms.spreadMillis(),
                            100 * terms.loss()),
                    terms.source());
        }
    }

    private void addDayCurves() {
        TreeMap<String, TreeSet<String>> users = new TreeMap<>();
        scenario.services().values().forEach(service -> {
            if (service.profile() instanceof ProfileSpec.Hourly hourly
                    && !hourly.name().isEmpty()) {
                users.computeIfAbsent(hourly.name(), name -> new TreeSet<>()).add(service.name());
            }
        });
        List<String> names = new ArrayList<>(users.keySet());
        for (String name : names) {
            catalogue.findProfile(name).ifPresent(curve -> {
                String services =
                        users.getOrDefault(name, new TreeSet<>()).stream().collect(Collectors.joining(", "));
                add("day curve of " + services, name, curve.source());
            });
        }
    }
}
