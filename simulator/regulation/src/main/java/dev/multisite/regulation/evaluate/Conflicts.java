package dev.multisite.regulation.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.multisite.regulation.catalogue.LawCatalogue;
import dev.multisite.regulation.law.Law;
import dev.multisite.regulation.law.LawVersion;
import dev.multisite.regulation.law.Rule;

/**
 * Finds pairs of laws that leave no allowed place: one keeps the records in one state alone, another asks for a copy, or
 * the first recording, in another.
 */
final class Conflicts {

    private final LawCatalogue catalogue;
    private final CaseView view;

    Conflicts(LawCatalogue catalogue, CaseView view) {
        this.catalogue = catalogue;
        this.view = view;
    }

    private record Demand(Law law, Rule rule, Set<String> area) {}

    /** Replaces the findings of laws that contradict each other. */
    void apply(Map<String, Finding> findings) {
        List<Demand> demands = demands(findings);
        for (Demand first : demands) {
            for (Demand second : demands) {
                if (!first.law().id().equals(second.law().id()) && contradict(first, second)) {
                    findings.put(first.law().id(), conflict(findings, first, second));
                }
            }
        }
    }

    private List<Demand> demands(Map<String, Finding> findings) {
        List<Demand> demands = new ArrayList<>();
        for (Finding finding : findings.values()) {
            boolean binding = finding.verdict() == Verdict.BREACH
                    || finding.verdict() == Verdict.COMPLIANT
                    || finding.verdict() == Verdict.COMPLIANT_DUTY;
            if (binding && !finding.law().equals(Finding.ANY_LAW)) {
                demand(finding, demands);
            }
        }
        return demands;
    }

    private void demand(Finding finding, List<Demand> demands) {
        Law law = catalogue.law(finding.law());
        for (LawVersion version : law.versions()) {
            if (!version.version().equals(finding.version())) {
                continue;
            }
            for (Rule rule : version.rules()) {
                if (rule.head().id().equals(finding.rule())
                        && localises(rule)
                        && !rule.head().contested().contested()) {
                    demands.add(new Demand(law, rule, area(law)));
                }
            }
        }
    }

    private Set<String> area(Law law) {
        Set<String> area = new TreeSet<>();
        law.countries().stream()
                .filter(country -> law.covers(country, view.date()))
                .forEach(area::add);
        return area;
    }

    private static boolean localises(Rule rule) {
        return rule instanceof Rule.StrictLocal
                || rule instanceof Rule.Mirror
                || rule instanceof Rule.LocalFirst
                || rule instanceof Rule.CollectLocalOnly;
    }

    private static boolean contradict(Demand first, Demand second) {
        if (first.area().stream().anyMatch(second.area()::contains)) {
            return false;
        }
        boolean strict = first.rule() instanceof Rule.StrictLocal || second.rule() instanceof Rule.StrictLocal;
        boolean bothFirst = !(first.rule() instanceof Rule.Mirror) && !(second.rule() instanceof Rule.Mirror);
        return strict || bothFirst;
    }

    private static Finding conflict(Map<String, Finding> findings, Demand first, Demand second) {
        Finding before =
                java.util.Objects.requireNonNull(findings.get(first.law().id()));
        return new Finding(
                before.law(),
                before.version(),
                Verdict.CONFLICT,
                1,
                before.rule(),
                "This law wants the data in " + String.join(", ", first.area()) + ", "
                        + second.law().id() + " wants them in " + String.join(", ", second.area())
                        + "; no place satisfies both.",
                before.reviewed());
    }
}
