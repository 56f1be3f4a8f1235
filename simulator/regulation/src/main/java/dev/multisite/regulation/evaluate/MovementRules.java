package dev.multisite.regulation.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

import dev.multisite.regulation.catalogue.LawCatalogue;
import dev.multisite.regulation.facts.Copy;
import dev.multisite.regulation.facts.Form;
import dev.multisite.regulation.facts.Movement;
import dev.multisite.regulation.law.Law;
import dev.multisite.regulation.law.LawVersion;
import dev.multisite.regulation.law.Rule;
import dev.multisite.regulation.law.Treatment;

/** Judges rules about movements: conditional, accountability, deny-list, threshold. */
final class MovementRules {

    private final LawCatalogue catalogue;
    private final Law law;
    private final LawVersion version;
    private final CaseView view;
    private final Grounds grounds;

    MovementRules(LawCatalogue catalogue, Law law, LawVersion version, CaseView view) {
        this.catalogue = catalogue;
        this.law = law;
        this.version = version;
        this.view = view;
        this.grounds = new Grounds(catalogue, view);
    }

    Outcome conditional(Rule.Conditional rule) {
        String id = rule.head().id();
        return overMovements(id, rule.head().duty(), rule.freeTo(), movement -> {
            Grounds.Answer answer = grounds.check(rule, movement);
            return answer.valid()
                    ? Outcome.compliant(
                            id, rule.head().duty(), sentence(movement) + "; allowed by " + answer.because() + ".")
                    : Outcome.breach(
                            id,
                            sentence(movement) + ", outside the area where they may go freely, and " + answer.because()
                                    + ".");
        });
    }

    Outcome accountability(Rule.Accountability rule) {
        String id = rule.head().id();
        return overMovements(id, "", Set.of(), movement -> {
            List<String> held = rule.measures().stream()
                    .filter(measure -> view.holds(movement, measure))
                    .toList();
            return held.isEmpty()
                    ? Outcome.breach(
                            id,
                            sentence(movement) + ", and none of the measures the law asks for is taken ("
                                    + Words.list(rule.measures()) + ").")
                    : new Outcome(
                            Verdict.COMPLIANT_DUTY,
                            0,
                            "",
                            id,
                            sentence(movement) + "; allowed with " + Words.list(held)
                                    + ", but the sender stays answerable for what happens there.");
        });
    }

    Outcome denyList(Rule.DenyList rule) {
        String id = rule.head().id();
        if (belowThreshold(rule)) {
            return Outcome.compliant(id, "", "The number of people is below the number from which the rule applies.");
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (Movement movement : view.movements()) {
            if (listed(rule, movement.to(), movement)) {
                outcomes.add(counted(movement, id, m -> denied(rule, m, movement.to())));
            } else if (rule.coveredPersons()) {
                for (String state : operators(movement)) {
                    if (listed(rule, state, movement)) {
                        outcomes.add(counted(movement, id, m -> denied(rule, m, state)));
                    }
                }
            }
        }
        if (rule.coveredPersons()) {
            coveredCopies(rule, outcomes);
        }
        return outcomes.isEmpty()
                ? Outcome.compliant(id, rule.head().duty(), "No listed state receives or reaches the data.")
                : Outcomes.worst(outcomes);
    }

    private Set<String> operators(Movement movement) {
        Set<String> states = new java.util.TreeSet<>();
        view.copiesIn(movement.to()).forEach(copy -> {
            states.add(copy.operatorHome());
            states.add(copy.keys().holderHome());
        });
        return states;
    }

    private void coveredCopies(Rule.DenyList rule, List<Outcome> outcomes) {
        String id = rule.head().id();
        for (Copy copy : view.copies()) {
            boolean covered = onList(rule, copy.operatorHome())
                    || onList(rule, copy.keys().holderHome());
            if (covered && rule.allowIf().stream().noneMatch(fact -> copy.tags().contains(fact) || view.holds(fact))) {
                outcomes.add(Outcome.breach(
                        id,
                        "The copy in " + copy.country()
                                + " is run, or its keys are held, by somebody of a listed state."));
            }
        }
    }

    private boolean belowThreshold(Rule.DenyList rule) {
        if (rule.thresholds().isEmpty()
                || rule.noThresholdFor().stream()
                        .anyMatch(view.facts().subject().attributes()::contains)) {
            return false;
        }
        Double threshold = rule.thresholds().get(view.facts().subject().dataClass());
        double people = view.facts().subject().peopleOrRecords();
        return threshold == null || people <= threshold;
    }

    private boolean listed(Rule.DenyList rule, String state, Movement movement) {
        return onList(rule, state) && (rule.list().isEmpty() || entryApplies(rule, state, movement));
    }

    private boolean onList(Rule.DenyList rule, String state) {
        if (state.isEmpty()) {
            return false;
        }
        return rule.list().isEmpty()
                ? rule.countries().contains(state)
                : !catalogue.list(rule.list()).of(state, view.date()).isEmpty();
    }

    private boolean entryApplies(Rule.DenyList rule, String state, Movement movement) {
        return catalogue.list(rule.list()).of(state, view.date()).stream()
                .anyMatch(entry -> entry.onlyIf().isEmpty()
                        || entry.onlyIf().stream().anyMatch(fact -> view.holds(movement, fact)));
    }

    private Outcome denied(Rule.DenyList rule, Movement movement, String state) {
        String id = rule.head().id();
        boolean allowed = rule.allowIf().stream().anyMatch(fact -> view.holds(movement, fact));
        return allowed
                ? Outcome.compliant(id, "", sentence(movement) + "; allowed by " + Words.list(rule.allowIf()) + ".")
                : Outcome.breach(id, sentence(movement) + "; the law forbids it for " + state + ".");
    }

    Outcome threshold(Rule.Threshold rule) {
        String id = rule.head().id();
        boolean sensitive =
                rule.sensitiveClasses().contains(view.facts().subject().dataClass());
        List<Rule.Band> bands = sensitive && !rule.sensitiveBands().isEmpty() ? rule.sensitiveBands() : rule.bands();
        Rule.Band band = bandFor(bands, view.facts().subject().peopleOrRecords());
        return overMovements(id, rule.head().duty(), Set.of(), movement -> {
            if (band.anyOf().isEmpty()) {
                return Outcome.compliant(
                        id, rule.head().duty(), sentence(movement) + "; so few people are concerned that it is free.");
            }
            Grounds.Answer answer = grounds.anyOf(band.anyOf(), List.of(), movement);
            return answer.valid()
                    ? Outcome.compliant(
                            id, rule.head().duty(), sentence(movement) + "; allowed by " + answer.because() + ".")
                    : Outcome.breach(
                            id, sentence(movement) + ", and for this number of people " + answer.because() + ".");
        });
    }

    /** An unknown number of people falls into the last, strictest band. */
    private static Rule.Band bandFor(List<Rule.Band> bands, double people) {
        for (Rule.Band band : bands) {
            if (people < band.below()) {
                return band;
            }
        }
        return bands.get(bands.size() - 1);
    }

    /** Judges every movement out of the free area and returns the worst outcome. */
    private Outcome overMovements(String id, String duty, Set<String> freeTo, Function<Movement, Outcome> judge) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Movement movement : view.movements()) {
            if (!law.covers(movement.to(), view.date()) && !freeTo.contains(movement.to())) {
                outcomes.add(counted(movement, id, judge));
            }
        }
        return outcomes.isEmpty()
                ? Outcome.compliant(id, duty, "No data leave the area where they may move freely.")
                : Outcomes.worst(outcomes);
    }

    /** Judges a movement if the law regards it as one, of personal data, and weighs contested readings of both. */
    private Outcome counted(Movement movement, String id, Function<Movement, Outcome> judge) {
        Treatment form = form(version, view, view.formAtDestination(movement), view.keysInside(movement));
        if (!form.counts()) {
            return Outcome.compliant(
                    id, form.duty(), sentence(movement) + "; in this form they are not personal data under this law.");
        }
        String question = question(movement);
        Treatment flow = version.readings().on(question, view.date());
        if (!flow.counts()) {
            return Outcome.compliant(
                    id,
                    flow.duty(),
                    sentence(movement) + "; this law does not regard that as a transfer (" + Words.of(question) + ").");
        }
        Outcome outcome = judge.apply(movement);
        if (outcome.verdict() != Verdict.BREACH || (!form.contested() && !flow.contested())) {
            return outcome;
        }
        double p = form.pBreach() * flow.pBreach();
        String why = form.contested() ? form.why() : flow.why();
        String reading = form.contested() ? "form" : question;
        return Outcome.uncertain(
                p, reading, id, outcome.because() + " Whether the law applies is disputed: " + why + ".");
    }

    /** Returns how the law reads the form of the data; whoever holds the keys sees the data as they are. */
    static Treatment form(LawVersion version, CaseView view, Form form, boolean keysInside) {
        if (form != Form.ANONYMOUS
                && view.facts().subject().dataClass().equals("telemetry")
                && version.readings().answers("telemetry", view.date())) {
            Treatment telemetry = version.readings().on("telemetry", view.date());
            if (!telemetry.counts() || telemetry.contested()) {
                return telemetry;
            }
        }
        if (form == Form.CLEAR) {
            return Treatment.COUNTS;
        }
        Treatment treatment = version.readings().on(form.word(), view.date());
        boolean readable = keysInside && form != Form.ANONYMOUS;
        return readable ? Treatment.COUNTS : treatment;
    }

    /** Returns the name under which the law's file answers how it regards this movement. */
    private String question(Movement movement) {
        return switch (movement.type()) {
            case DIRECT_COLLECTION -> "direct-collection";
            case TRANSIT -> "transit-only";
            case REMOTE_ACCESS -> "remote-access";
            case SUPPORT -> answered("support") ? "support" : "remote-access";
            case TRANSFER, REPLICATION, BACKUP -> placing(movement);
        };
    }

    private String placing(Movement movement) {
        for (String circumstance :
                List.of("own-storage-no-third-party-access", "storage-at-own-site-abroad", "processor-abroad")) {
            if (answered(circumstance) && view.holds(movement, circumstance)) {
                return circumstance;
            }
        }
        return movement.type().name().toLowerCase(Locale.ROOT);
    }

    private boolean answered(String question) {
        return version.readings().answers(question, view.date());
    }

    private String sentence(Movement movement) {
        return Sentences.capital(Words.of(movement)) + Sentences.form(view.formAtDestination(movement));
    }
}
