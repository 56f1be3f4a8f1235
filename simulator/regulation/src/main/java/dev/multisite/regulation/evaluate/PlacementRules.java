package dev.multisite.regulation.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import dev.multisite.regulation.facts.Copy;
import dev.multisite.regulation.facts.Copy.FirstWrite;
import dev.multisite.regulation.facts.Copy.Role;
import dev.multisite.regulation.facts.Movement;
import dev.multisite.regulation.law.Law;
import dev.multisite.regulation.law.LawVersion;
import dev.multisite.regulation.law.Rule;
import dev.multisite.regulation.law.Treatment;

/** Judges rules about where copies are: mirror, local first, collect local only, strictly local. */
final class PlacementRules {

    private final Law law;
    private final LawVersion version;
    private final CaseView view;

    PlacementRules(Law law, LawVersion version, CaseView view) {
        this.law = law;
        this.version = version;
        this.view = view;
    }

    Outcome mirror(Rule.Mirror rule) {
        String id = rule.head().id();
        for (Copy copy : view.copies()) {
            if (here(copy.country()) && copy.complete() && rule.roles().contains(roleWord(copy.role()))) {
                return Outcome.compliant(
                        id,
                        rule.head().duty(),
                        "A complete copy is kept in " + copy.country() + "; copies abroad are free.");
            }
        }
        return Outcome.breach(
                id,
                "The law asks for a complete copy in " + home() + " (as "
                        + String.join(" or ", new TreeSet<>(rule.roles())) + "), and there is none. Copies: "
                        + whereabouts() + ".");
    }

    Outcome localFirst(Rule.LocalFirst rule) {
        String id = rule.head().id();
        if (!firstWriteHere()) {
            return Outcome.breach(
                    id,
                    "The data must first be recorded in a database in " + home() + ", and "
                            + (firstWriteStated() ? "they are first recorded elsewhere" : "that is not shown")
                            + ". Copies: " + whereabouts() + ".");
        }
        for (Copy copy : view.copies()) {
            boolean serves = copy.role() == Role.PRIMARY || copy.role() == Role.REPLICA;
            if (serves
                    && here(copy.country())
                    && (copy.complete() || !rule.complete())
                    && (copy.current() || !rule.current())) {
                return Outcome.compliant(
                        id,
                        rule.head().duty(),
                        "The data are first recorded in " + copy.country()
                                + ", where a complete and current copy stays; copies abroad are allowed by this rule.");
            }
        }
        return Outcome.breach(
                id, "The data are first recorded in " + home() + ", but no complete and current copy stays there.");
    }

    Outcome collectLocalOnly(Rule.CollectLocalOnly rule) {
        String id = rule.head().id();
        if (!firstWriteHere() || abroadTakesPart()) {
            return Outcome.breach(
                    id,
                    "Only databases in " + home() + " may take part when the data are collected, and "
                            + (abroadTakesPart() ? "one abroad does" : "that is not shown") + ". Copies: "
                            + whereabouts() + ".");
        }
        Treatment reading = rule.copiesAbroad();
        boolean copyAbroad = view.copies().stream().anyMatch(this::abroad);
        if (!copyAbroad || !reading.counts()) {
            return Outcome.compliant(
                    id,
                    rule.head().duty(),
                    "The data are collected with databases in " + home() + " alone"
                            + (copyAbroad ? "; later copies abroad are for other rules to judge." : "."));
        }
        return reading.contested()
                ? Outcome.uncertain(
                        reading.pBreach(),
                        "copies-abroad",
                        id,
                        "The data are collected in " + home()
                                + ", but a copy is kept abroad, and lawyers disagree whether that is allowed: "
                                + reading.why() + ".")
                : Outcome.breach(id, "A copy is kept abroad, which the law forbids.");
    }

    Outcome strictLocal(Rule.StrictLocal rule) {
        String id = rule.head().id();
        List<Outcome> outcomes = new ArrayList<>();
        for (Copy copy : view.copies()) {
            if (abroad(copy) && !excepted(rule, copy)) {
                outcomes.add(copyAbroad(copy, id));
            }
        }
        for (Movement movement : view.movements()) {
            if (!movement.type().places() && !here(movement.to())) {
                accessOrTransit(rule, movement, outcomes);
            }
        }
        return outcomes.isEmpty()
                ? Outcome.compliant(
                        id,
                        rule.head().duty(),
                        "No copy is kept outside " + home()
                                + (view.copies().stream().anyMatch(this::abroad)
                                        ? " except where the law makes an exception."
                                        : "."))
                : Outcomes.worst(outcomes);
    }

    private Outcome copyAbroad(Copy copy, String id) {
        Treatment form = personal(copy);
        if (!form.counts()) {
            return Outcome.compliant(id, "", "The copy in " + copy.country() + " is not personal data in this form.");
        }
        String because = "The law keeps these data in " + home() + ", encrypted or not, and there is a "
                + roleWord(copy.role()) + " in " + copy.country() + ".";
        return form.contested()
                ? Outcome.uncertain(form.pBreach(), "form", id, because + " Disputed: " + form.why() + ".")
                : Outcome.breach(id, because);
    }

    /** Reading from abroad and passing through count for a strict rule only if the law's file says so. */
    private void accessOrTransit(Rule.StrictLocal rule, Movement movement, List<Outcome> outcomes) {
        String question = movement.type() == Movement.Type.TRANSIT ? "transit-only" : "remote-access";
        boolean excepted = rule.exceptions().stream().anyMatch(tag -> view.holds(movement, tag));
        if (excepted || !version.readings().answers(question, view.date())) {
            return;
        }
        Treatment reading = version.readings().on(question, view.date());
        String because = Sentences.capital(Words.of(movement)) + ", which this law treats like a copy abroad.";
        if (reading.contested()) {
            outcomes.add(Outcome.uncertain(
                    reading.pBreach(), question, rule.head().id(), because + " Disputed: " + reading.why() + "."));
        } else if (reading.counts()) {
            outcomes.add(Outcome.breach(rule.head().id(), because));
        }
    }

    private boolean excepted(Rule.StrictLocal rule, Copy copy) {
        return rule.exceptions().stream()
                .anyMatch(tag -> copy.tags().contains(tag)
                        || view.holds(tag)
                        || view.movements().stream()
                                .anyMatch(m -> m.to().equals(copy.country())
                                        && m.tags().contains(tag)));
    }

    private Treatment personal(Copy copy) {
        boolean keysInside = copy.keys().known() && copy.keys().within(copy.country());
        return MovementRules.form(version, view, copy.form(), keysInside);
    }

    /** Returns whether the first database that records the data is known to be in the jurisdiction. */
    private boolean firstWriteHere() {
        if (view.copies().stream().anyMatch(copy -> here(copy.country()) && copy.firstWrite() == FirstWrite.YES)) {
            return true;
        }
        if (firstWriteAbroad()) {
            return false;
        }
        Set<String> primaries = new TreeSet<>();
        view.copies().stream()
                .filter(copy -> copy.role() == Role.PRIMARY && copy.firstWrite() != FirstWrite.NO)
                .filter(copy -> personal(copy).counts())
                .forEach(copy -> primaries.add(copy.country()));
        return !primaries.isEmpty() && primaries.stream().allMatch(this::here);
    }

    private boolean firstWriteStated() {
        return firstWriteAbroad() || view.copies().stream().anyMatch(copy -> copy.role() == Role.PRIMARY);
    }

    private boolean firstWriteAbroad() {
        return view.copies().stream().anyMatch(copy -> abroad(copy) && copy.firstWrite() == FirstWrite.YES)
                || collectedAbroad();
    }

    private boolean abroadTakesPart() {
        return firstWriteAbroad();
    }

    private boolean collectedAbroad() {
        return view.movements().stream()
                .anyMatch(m -> m.type() == Movement.Type.DIRECT_COLLECTION
                        && !here(m.to())
                        && version.readings()
                                .on("direct-collection", view.date())
                                .counts());
    }

    /** A copy that is no personal data under this law is nowhere, as far as the law is concerned. */
    private boolean abroad(Copy copy) {
        return !here(copy.country()) && personal(copy).counts();
    }

    private boolean here(String country) {
        return law.covers(country, view.date());
    }

    private String home() {
        Set<String> countries = law.countries();
        return countries.size() == 1 ? countries.iterator().next() : "the jurisdiction";
    }

    private String whereabouts() {
        Set<String> places = new TreeSet<>();
        view.copies().forEach(copy -> places.add(roleWord(copy.role()) + " in " + copy.country()));
        return places.isEmpty() ? "none known" : String.join(", ", places);
    }

    private static String roleWord(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
