package dev.multisite.regulation.evaluate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.multisite.regulation.catalogue.LawCatalogue;
import dev.multisite.regulation.facts.CaseFacts;
import dev.multisite.regulation.facts.Subject;
import dev.multisite.regulation.law.Law;
import dev.multisite.regulation.law.Scope;

/**
 * Says what every law of a catalogue says about a case on a date. A pure function: it keeps nothing between calls and may
 * be used by many threads.
 */
public final class Evaluator {

    private final LawCatalogue catalogue;
    private final Map<String, List<Law>> byCountry = new HashMap<>();

    /** Laws that look at anybody's data; they speak up only when they have something against it. */
    private final List<Law> aboutAnyone = new ArrayList<>();

    /** Creates an evaluator of {@code catalogue}. */
    public Evaluator(LawCatalogue catalogue) {
        this.catalogue = catalogue;
        for (Law law : catalogue.laws()) {
            if (!law.isAccessLaw()) {
                law.countries()
                        .forEach(country -> byCountry
                                .computeIfAbsent(country, c -> new ArrayList<>())
                                .add(law));
                if (law.versions().stream().anyMatch(v -> v.scope().subjects() == Scope.Subjects.ANYONE)) {
                    aboutAnyone.add(law);
                }
            }
        }
    }

    public LawCatalogue catalogue() {
        return catalogue;
    }

    /**
     * Returns the findings of all laws that have anything to say: those of the subject's country (and citizenship), and
     * the access laws that reach the records. If no law of the catalogue belongs to the subject's country there is a
     * finding {@link Verdict#UNKNOWN} for {@link Finding#ANY_LAW}.
     */
    public List<Finding> evaluate(CaseFacts facts, LocalDate date) {
        return evaluate(facts, date, List.of());
    }

    /** As {@link #evaluate(CaseFacts, LocalDate)}, with findings of the laws {@code also} in any case. */
    public List<Finding> evaluate(CaseFacts facts, LocalDate date, Collection<String> also) {
        CaseView view = new CaseView(facts, date);
        ReachFinder reach = new ReachFinder(catalogue, view);
        Map<String, Finding> findings = new TreeMap<>();
        for (Law law : own(facts.subject())) {
            findings.put(law.id(), judge(law, view, reach));
        }
        if (findings.isEmpty()) {
            findings.put(Finding.ANY_LAW, unknown(facts.subject()));
        }
        for (Law law : catalogue.accessLaws()) {
            Finding finding = judge(law, view, reach);
            if (finding.verdict() == Verdict.COMPLIANT_DUTY) {
                findings.put(law.id(), finding);
            }
        }
        for (Law law : aboutAnyone) {
            Finding finding = judge(law, view, reach);
            if (finding.verdict().worseThan(Verdict.COMPLIANT_DUTY)) {
                findings.put(law.id(), finding);
            }
        }
        for (String id : also) {
            if (!id.equals(Finding.ANY_LAW)) {
                findings.computeIfAbsent(id, name -> judge(catalogue.law(name), view, reach));
            }
        }
        new Conflicts(catalogue, view).apply(findings);
        return new ArrayList<>(findings.values());
    }

    private Finding judge(Law law, CaseView view, ReachFinder reach) {
        return new LawJudge(catalogue, law, view, reach).judge();
    }

    /** Returns the laws of the states that the subject lives in or belongs to. */
    private Set<Law> own(Subject subject) {
        Set<Law> laws = new LinkedHashSet<>(byCountry.getOrDefault(subject.country(), List.of()));
        for (String citizenship : subject.citizenships()) {
            laws.addAll(byCountry.getOrDefault(citizenship, List.of()));
        }
        return laws;
    }

    /** Returns which states reach the records on {@code date}, including the subject's own. */
    public List<Reach> reach(CaseFacts facts, LocalDate date) {
        return new ReachFinder(catalogue, new CaseView(facts, date)).all();
    }

    private static Finding unknown(Subject subject) {
        return new Finding(
                Finding.ANY_LAW,
                "",
                Verdict.UNKNOWN,
                Double.NaN,
                "",
                "The catalogue has no law of " + subject.country() + ". That does not mean that there is none.",
                false);
    }
}
