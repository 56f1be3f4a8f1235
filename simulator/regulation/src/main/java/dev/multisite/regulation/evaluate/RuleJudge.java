package dev.multisite.regulation.evaluate;

import java.time.LocalDate;

import dev.multisite.regulation.catalogue.LawCatalogue;
import dev.multisite.regulation.law.Law;
import dev.multisite.regulation.law.LawVersion;
import dev.multisite.regulation.law.Rule;
import dev.multisite.regulation.law.Treatment;

/** Applies one rule of a law that is in force and concerns the case. */
final class RuleJudge {

    private final CaseView view;
    private final ReachFinder reach;
    private final MovementRules movements;
    private final PlacementRules placements;
    private final Law law;

    RuleJudge(LawCatalogue catalogue, Law law, LawVersion version, CaseView view, ReachFinder reach) {
        this.view = view;
        this.reach = reach;
        this.law = law;
        movements = new MovementRules(catalogue, law, version, view);
        placements = new PlacementRules(law, version, view);
    }

    Outcome judge(Rule rule) {
        String id = rule.head().id();
        for (String fact : rule.head().exemptIf()) {
            if (view.holds(fact)
                    || view.movements().stream().anyMatch(m -> m.tags().contains(fact))) {
                return Outcome.compliant(id, "", "The law makes an exception for " + Words.of(fact) + ".");
            }
        }
        return contested(rule.head(), kind(rule));
    }

    private Outcome kind(Rule rule) {
        if (rule instanceof Rule.Notice notice) {
            return notice(notice);
        }
        if (rule instanceof Rule.Unrestricted free) {
            return Outcome.compliant(free.head().id(), free.head().duty(), "The law lets these data move freely.");
        }
        if (rule instanceof Rule.Access access) {
            return Outcome.compliant(access.head().id(), "", "This rule only says what a state can compel.");
        }
        if (!view.placementKnown()) {
            return Outcome.unknown(rule.head().id(), "Nothing is known about where the data are kept or go.");
        }
        return placementOrMovement(rule);
    }

    private Outcome placementOrMovement(Rule rule) {
        if (rule instanceof Rule.Conditional conditional) {
            return movements.conditional(conditional);
        }
        if (rule instanceof Rule.Accountability accountability) {
            return movements.accountability(accountability);
        }
        if (rule instanceof Rule.DenyList denyList) {
            return movements.denyList(denyList);
        }
        if (rule instanceof Rule.Threshold threshold) {
            return movements.threshold(threshold);
        }
        if (rule instanceof Rule.Mirror mirror) {
            return placements.mirror(mirror);
        }
        if (rule instanceof Rule.LocalFirst localFirst) {
            return placements.localFirst(localFirst);
        }
        if (rule instanceof Rule.CollectLocalOnly collectLocalOnly) {
            return placements.collectLocalOnly(collectLocalOnly);
        }
        if (rule instanceof Rule.StrictLocal strictLocal) {
            return placements.strictLocal(strictLocal);
        }
        if (rule instanceof Rule.OrderTriggered ordered) {
            return ordered(ordered);
        }
        return blocking((Rule.Blocking) rule);
    }

    private static Outcome contested(Rule.Head head, Outcome outcome) {
        Treatment reading = head.contested();
        if (!reading.contested() || (outcome.verdict() != Verdict.BREACH && outcome.verdict() != Verdict.UNCERTAIN)) {
            return outcome;
        }
        return Outcome.uncertain(
                reading.pBreach() * outcome.p(),
                "rule " + head.id(),
                head.id(),
                outcome.because() + " Whether the rule applies is disputed: " + reading.why() + ".");
    }

    private Outcome ordered(Rule.OrderTriggered rule) {
        String id = rule.head().id();
        Outcome inner = judge(rule.inner());
        if (!inner.verdict().worseThan(Verdict.COMPLIANT_DUTY)) {
            return new Outcome(inner.verdict(), inner.p(), inner.reading(), id, inner.because());
        }
        LocalDate served = view.facts().held().since().get(rule.orderFact());
        boolean undated = served == null && view.holds(rule.orderFact());
        if (!undated && (served == null || served.isAfter(view.date()))) {
            return new Outcome(
                    Verdict.COMPLIANT_DUTY,
                    0,
                    "",
                    id,
                    "The demand binds only on an order of the authority, and none is served.");
        }
        LocalDate deadline = undated
                ? LocalDate.MIN
                : java.util.Objects.requireNonNull(served).plusMonths(rule.graceMonths());
        if (!view.date().isAfter(deadline)) {
            return new Outcome(
                    Verdict.GRACE,
                    0,
                    "",
                    id,
                    inner.because() + " The order of " + served + " gives time until " + deadline + ".");
        }
        String after =
                undated ? " An order is served." : " The order of " + served + " gave time until " + deadline + ".";
        return new Outcome(inner.verdict(), inner.p(), inner.reading(), id, inner.because() + after);
    }

    private Outcome notice(Rule.Notice rule) {
        String id = rule.head().id();
        Double hours = view.facts().held().numbers().get("breach-notified-after");
        if (hours != null) {
            return hours <= rule.hours()
                    ? Outcome.compliant(id, "", "The breach was notified in time.")
                    : Outcome.breach(
                            id,
                            "The breach was notified after " + Math.round(hours) + " hours; the law gives "
                                    + Math.round(rule.hours()) + ".");
        }
        return view.holds("breach-not-notified")
                ? Outcome.breach(id, "A breach was not notified.")
                : Outcome.compliant(id, "", "No data breach has to be notified.");
    }

    private Outcome blocking(Rule.Blocking rule) {
        String id = rule.head().id();
        for (String state : view.facts().held().demands()) {
            if (law.covers(state, view.date())) {
                continue;
            }
            ReachFinder.StateReach reached = reach.of(state, rule.onlyStoredHere() ? law : null);
            String lifted =
                    rule.unless().stream().filter(view::holds).findFirst().orElse("");
            if (!lifted.isEmpty()) {
                return new Outcome(
                        Verdict.COMPLIANT_DUTY,
                        0,
                        "",
                        id,
                        "The demand of " + state + " comes by " + Words.of(lifted) + " and has to be answered.");
            }
            if (reached.clear()) {
                return new Outcome(
                        Verdict.CONFLICT,
                        1,
                        "",
                        id,
                        state + " demands the data and can compel it (" + reached.because()
                                + "), while this law forbids to hand them over without a treaty.");
            }
            if (!reached.none()) {
                return Outcome.compliant(id, "", state + " demands the data but gets only cipher text.");
            }
        }
        return Outcome.compliant(id, "", "No foreign state that can reach the data demands them.");
    }
}
