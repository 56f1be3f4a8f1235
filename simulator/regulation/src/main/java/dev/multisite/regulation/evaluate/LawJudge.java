package dev.multisite.regulation.evaluate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.multisite.regulation.catalogue.LawCatalogue;
import dev.multisite.regulation.facts.Subject;
import dev.multisite.regulation.law.Law;
import dev.multisite.regulation.law.LawVersion;
import dev.multisite.regulation.law.Rule;
import dev.multisite.regulation.law.Scope;

/**
 * Applies one law to a case in the order of precedence: date, scope, rules (special before general), the worst outcome,
 * grace period.
 */
final class LawJudge {

    private final LawCatalogue catalogue;
    private final Law law;
    private final CaseView view;
    private final ReachFinder reach;

    LawJudge(LawCatalogue catalogue, Law law, CaseView view, ReachFinder reach) {
        this.catalogue = catalogue;
        this.law = law;
        this.view = view;
        this.reach = reach;
    }

    Finding judge() {
        LocalDate date = view.date();
        for (LawVersion version : law.versions()) {
            if (version.inForceOn(date)) {
                return inForce(version);
            }
        }
        return finding("", new Outcome(Verdict.NOT_IN_FORCE, 0, "", "", whyNotInForce(date)));
    }

    private String whyNotInForce(LocalDate date) {
        LawVersion first = law.versions().get(0);
        LawVersion last = law.versions().get(law.versions().size() - 1);
        if (first.inForce().equals(LocalDate.MAX)) {
            return "The law never came into force.";
        }
        return date.isBefore(first.inForce())
                ? "The law binds from " + first.inForce() + " on."
                : "The law ended on " + last.ended() + ".";
    }

    private Finding inForce(LawVersion version) {
        if (law.isAccessLaw()) {
            return access(version);
        }
        Outcome outside = outsideScope(version);
        if (outside != null) {
            return finding(version.version(), outside);
        }
        if (nothingPersonal(version)) {
            return finding(
                    version.version(),
                    out("In the form in which they are kept and moved these are not personal data."));
        }
        List<Rule> rules = activeRules(version);
        if (rules.isEmpty()) {
            return finding(version.version(), withoutRules(version));
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (Rule rule : rules) {
            outcomes.add(new RuleJudge(catalogue, law, version, view, reach).judge(rule));
        }
        return finding(version.version(), grace(version, Outcomes.worst(outcomes)));
    }

    private Finding access(LawVersion version) {
        ReachFinder.Found found = reach.of(law);
        Verdict verdict = found.reaches() ? Verdict.COMPLIANT_DUTY : Verdict.OUT_OF_SCOPE;
        return finding(
                version.version(),
                new Outcome(verdict, 0, "", version.rules().get(0).head().id(), found.because()));
    }

    private static Outcome withoutRules(LawVersion version) {
        return version.rules().isEmpty()
                ? Outcome.compliant(
                        "", "", "The law sets no limit on where these data are kept or moved. " + version.note())
                : new Outcome(
                        Verdict.OUT_OF_SCOPE,
                        0,
                        "",
                        "",
                        "None of the law's rules concerns these data, people or controller.");
    }

    /** Returns why the case is outside the scope, or null if it is inside. */
    private @org.jspecify.annotations.Nullable Outcome outsideScope(LawVersion version) {
        Scope scope = version.scope();
        Subject subject = view.facts().subject();
        if (!concernsPeople(scope, subject)) {
            boolean sometime = law.everCovers(subject.country());
            return sometime
                    ? new Outcome(
                            Verdict.NOT_IN_FORCE,
                            0,
                            "",
                            "",
                            "The law does not bind in " + subject.country() + " on this date.")
                    : out("The law protects people of " + String.join(", ", law.countries()) + ", not of "
                            + subject.country() + ".");
        }
        if (!scope.attributes().isEmpty() && scope.attributes().stream().noneMatch(subject.attributes()::contains)) {
            return out("The law concerns only data of " + Words.list(scope.attributes()) + " people.");
        }
        if ((!scope.dataClasses().isEmpty() && !scope.dataClasses().contains(subject.dataClass()))
                || scope.exceptClasses().contains(subject.dataClass())) {
            return out(
                    Sentences.capital(Words.of(subject.dataClass())) + " data are not among those the law concerns.");
        }
        if (!tied(scope.controllers())) {
            return out(
                    "The controller has none of the ties the law asks for (" + Words.list(scope.controllers()) + ").");
        }
        if (view.facts().controller().nexusKnown()
                && scope.exceptControllers().stream().anyMatch(this::hasTie)) {
            return out("The law leaves out controllers of this kind.");
        }
        return null;
    }

    private static Outcome out(String because) {
        return new Outcome(Verdict.OUT_OF_SCOPE, 0, "", "", because);
    }

    private boolean concernsPeople(Scope scope, Subject subject) {
        return switch (scope.subjects()) {
            case ANYONE -> true;
            case LOCATED_IN_JURISDICTION -> law.covers(subject.country(), view.date());
            case CITIZENS_OF_JURISDICTION ->
                subject.citizenships().isEmpty()
                        ? law.covers(subject.country(), view.date())
                        : subject.citizenships().stream().anyMatch(c -> law.covers(c, view.date()));
        };
    }

    /** Unknown ties are taken to exist: nothing unknown counts as out of scope. */
    private boolean tied(Set<String> controllers) {
        return controllers.isEmpty()
                || !view.facts().controller().nexusKnown()
                || controllers.stream().anyMatch(this::hasTie);
    }

    private boolean hasTie(String tie) {
        return view.facts().controller().nexus().contains(tie)
                || view.facts().held().holds(tie, view.date())
                || (tie.equals("established")
                        && law.covers(view.facts().controller().home(), view.date()));
    }

    /** Returns whether the law certainly regards no copy and no movement as personal data. */
    private boolean nothingPersonal(LawVersion version) {
        return view.placementKnown()
                && view.copies().stream()
                        .noneMatch(copy -> MovementRules.form(
                                        version, view, copy.form(), copy.keys().within(copy.country()))
                                .counts())
                && view.movements().stream()
                        .noneMatch(movement -> MovementRules.form(
                                        version, view, view.formAtDestination(movement), view.keysInside(movement))
                                .counts());
    }

    private List<Rule> activeRules(LawVersion version) {
        List<Rule> active = new ArrayList<>();
        for (Rule rule : version.rules()) {
            if (rule.head().window().contains(view.date()) && concerns(rule.head())) {
                active.add(rule);
            }
        }
        boolean special = active.stream()
                .anyMatch(rule -> placesOrMoves(rule) && rule.head().special());
        if (special) {
            active.removeIf(rule -> placesOrMoves(rule) && !rule.head().special());
        }
        return active;
    }

    private static boolean placesOrMoves(Rule rule) {
        return !(rule instanceof Rule.Blocking) && !(rule instanceof Rule.Notice);
    }

    private boolean concerns(Rule.Head head) {
        Subject subject = view.facts().subject();
        boolean byController =
                head.controllers().isEmpty() || head.controllers().stream().anyMatch(this::hasTie);
        return (head.dataClasses().isEmpty() || head.dataClasses().contains(subject.dataClass()))
                && (head.attributes().isEmpty() || head.attributes().stream().anyMatch(subject.attributes()::contains))
                && byController;
    }

    private Outcome grace(LawVersion version, Outcome outcome) {
        boolean early = view.date().isBefore(version.enforced());
        boolean wrong = outcome.verdict() == Verdict.BREACH || outcome.verdict() == Verdict.UNCERTAIN;
        if (!early || !wrong) {
            return outcome;
        }
        String until = version.enforced().equals(LocalDate.MAX)
                ? " The law cannot be enforced yet."
                : " The time to comply runs until " + version.enforced() + ".";
        return new Outcome(Verdict.GRACE, 0, "", outcome.rule(), outcome.because() + until);
    }

    private Finding finding(String version, Outcome outcome) {
        return new Finding(
                law.id(),
                version,
                outcome.verdict(),
                outcome.p(),
                outcome.rule(),
                outcome.because(),
                law.review().done());
    }
}
