package dev.multisite.regulation.evaluate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.multisite.regulation.catalogue.LawCatalogue;
import dev.multisite.regulation.facts.CaseFacts;
import dev.multisite.regulation.facts.Subject;
import dev.multisite.regulation.law.Law;

/**
 * Says what every law of a catalogue says about a case on a date. A pure function: it keeps nothing between calls and may
 * be used by many threads.
 */
public final class Evaluator {

    private final LawCatalogue catalogue;

    /** Creates an evaluator of {@code catalogue}. */
    public Evaluator(LawCatalogue catalogue) {
        this.catalogue = catalogue;
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
        Map<String, Finding> findings = new LinkedHashMap<>();
        boolean known = false;
        for (Law law : catalogue.laws()) {
            boolean own = !law.isAccessLaw() && concerns(law, facts.subject());
            known |= own;
            Finding finding = new LawJudge(catalogue, law, view, reach).judge();
            boolean reaches = law.isAccessLaw() && finding.verdict() == Verdict.COMPLIANT_DUTY;
            boolean asked = also.contains(law.id());
            if (own || reaches || asked || demanding(law, finding)) {
                findings.put(law.id(), finding);
            }
        }
        if (!known) {
            findings.put(Finding.ANY_LAW, unknown(facts.subject()));
        }
        new Conflicts(catalogue, view).apply(findings);
        return new ArrayList<>(findings.values());
    }

    /** Laws that look at anybody's data speak up only when they have something against it. */
    private static boolean demanding(Law law, Finding finding) {
        return !law.isAccessLaw()
                && law.versions().stream()
                        .anyMatch(v -> v.scope().subjects() == dev.multisite.regulation.law.Scope.Subjects.ANYONE)
                && finding.verdict().worseThan(Verdict.COMPLIANT_DUTY);
    }

    /** Returns which states reach the records on {@code date}, including the subject's own. */
    public List<Reach> reach(CaseFacts facts, LocalDate date) {
        return new ReachFinder(catalogue, new CaseView(facts, date)).all();
    }

    private static boolean concerns(Law law, Subject subject) {
        Set<String> countries = new TreeSet<>(subject.citizenships());
        countries.add(subject.country());
        return countries.stream().anyMatch(law::everCovers);
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
