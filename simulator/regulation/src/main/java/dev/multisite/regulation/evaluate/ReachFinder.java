package dev.multisite.regulation.evaluate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import dev.multisite.regulation.catalogue.LawCatalogue;
import dev.multisite.regulation.facts.Copy;
import dev.multisite.regulation.facts.Form;
import dev.multisite.regulation.facts.Movement;
import dev.multisite.regulation.law.Law;
import dev.multisite.regulation.law.LawVersion;
import dev.multisite.regulation.law.Rule;
import dev.multisite.regulation.law.Rule.Basis;

/** Finds which states can compel access to the records of a case, on what basis, and in which form. */
final class ReachFinder {

    private final LawCatalogue catalogue;
    private final CaseView view;
    private @Nullable List<Hit> allHits;
    private @Nullable Set<String> candidateStates;

    ReachFinder(LawCatalogue catalogue, CaseView view) {
        this.catalogue = catalogue;
        this.view = view;
    }

    /** What one access law reaches. */
    record Found(boolean reaches, String because) {}

    /** What a state reaches, by all its access laws together. */
    record StateReach(boolean clear, boolean none, String because) {}

    private record Hit(
            String state,
            Basis basis,
            boolean clear,
            String law,
            String why,
            @Nullable Copy copy) {}

    /** Returns the reach of every state that has some, in alphabetical order of the states. */
    List<Reach> all() {
        Map<String, List<Hit>> byState = new TreeMap<>();
        for (Hit hit : hits()) {
            byState.computeIfAbsent(hit.state(), state -> new ArrayList<>()).add(hit);
        }
        List<Reach> reaches = new ArrayList<>();
        byState.forEach((state, hits) -> {
            boolean clear = hits.stream().anyMatch(Hit::clear);
            Set<Basis> bases = EnumSet.noneOf(Basis.class);
            Set<String> laws = new TreeSet<>();
            hits.stream().filter(hit -> hit.clear() == clear).forEach(hit -> {
                bases.add(hit.basis());
                laws.add(hit.law());
            });
            reaches.add(
                    new Reach(state, clear ? Reach.Form.CLEAR : Reach.Form.CIPHERTEXT, bases, foreign(state), laws));
        });
        for (String state : statesWithoutEntry()) {
            reaches.add(new Reach(state, Reach.Form.UNKNOWN, Set.of(), foreign(state), Set.of()));
        }
        return reaches;
    }

    private boolean foreign(String state) {
        return !state.equals(view.facts().subject().country());
    }

    /** Returns what the version of an access law that is in force reaches. */
    Found of(Law law) {
        List<Hit> hits =
                hits().stream().filter(hit -> hit.law().equals(law.id())).toList();
        if (hits.isEmpty()) {
            return new Found(false, "Neither the data nor anybody who holds them is within reach of this power.");
        }
        Set<String> reasons = new TreeSet<>();
        hits.forEach(hit -> reasons.add(
                hit.state() + " can demand " + (hit.clear() ? "readable data" : "cipher text") + ": " + hit.why()));
        return new Found(true, String.join("; ", reasons) + ".");
    }

    /** Returns what {@code state} reaches; of copies in the jurisdiction of {@code storedIn} only, if given. */
    StateReach of(String state, @Nullable Law storedIn) {
        List<Hit> hits = hits().stream()
                .filter(hit -> hit.state().equals(state))
                .filter(hit -> storedIn == null
                        || (hit.copy() != null && storedIn.covers(hit.copy().country(), view.date())))
                .toList();
        String because = hits.stream()
                .filter(Hit::clear)
                .map(hit -> hit.law() + ": " + hit.why())
                .distinct()
                .reduce((a, b) -> a + "; " + b)
                .orElse("");
        return new StateReach(hits.stream().anyMatch(Hit::clear), hits.isEmpty(), because);
    }

    private List<Hit> hits() {
        List<Hit> found = allHits;
        if (found == null) {
            found = new ArrayList<>();
            for (Law law : catalogue.accessLaws()) {
                for (LawVersion version : law.versions()) {
                    if (version.inForceOn(view.date())) {
                        collect(law, version, found);
                    }
                }
            }
            allHits = found;
        }
        return found;
    }

    private void collect(Law law, LawVersion version, List<Hit> hits) {
        String dataClass = view.facts().subject().dataClass();
        Set<String> classes = version.scope().dataClasses();
        if (!classes.isEmpty() && !classes.contains(dataClass)) {
            return;
        }
        for (Rule rule : version.rules()) {
            boolean holds = rule.head().window().contains(view.date())
                    && (rule.head().dataClasses().isEmpty()
                            || rule.head().dataClasses().contains(dataClass));
            if (holds && rule instanceof Rule.Access access) {
                for (String state : candidates()) {
                    if (law.covers(state, view.date())) {
                        collect(law, access, state, hits);
                    }
                }
            }
        }
    }

    /** Returns the states that have anything to do with the case. */
    private Set<String> candidates() {
        Set<String> states = candidateStates;
        if (states == null) {
            states = new TreeSet<>();
            for (Copy copy : view.copies()) {
                states.add(copy.country());
                states.add(copy.operatorHome());
            }
            for (Movement movement : view.movements()) {
                states.add(movement.to());
            }
            states.add(view.facts().controller().home());
            states.remove("");
            candidateStates = states;
        }
        return states;
    }

    private void collect(Law law, Rule.Access access, String state, List<Hit> hits) {
        for (Copy copy : view.copies()) {
            if (copy.form() == Form.ANONYMOUS) {
                continue;
            }
            boolean clear = !CaseView.lockedAgainst(copy, state);
            if (access.bases().contains(Basis.TERRITORY) && copy.country().equals(state)) {
                hits.add(new Hit(state, Basis.TERRITORY, clear, law.id(), "a copy is in " + state, copy));
            }
            if (access.bases().contains(Basis.ENTITY)) {
                entity(law, copy, state, clear, hits);
            }
        }
        for (Movement movement : view.movements()) {
            collect(law, access, state, movement, hits);
        }
    }

    private void entity(Law law, Copy copy, String state, boolean clear, List<Hit> hits) {
        if (view.facts().controller().home().equals(state)) {
            hits.add(new Hit(state, Basis.ENTITY, clear, law.id(), "the controller belongs to " + state, copy));
        }
        if (copy.operatorHome().equals(state)) {
            hits.add(new Hit(
                    state,
                    Basis.ENTITY,
                    clear,
                    law.id(),
                    "the operator of the copy in " + copy.country() + " belongs to " + state,
                    copy));
        }
    }

    private void collect(Law law, Rule.Access access, String state, Movement movement, List<Hit> hits) {
        if (!movement.to().equals(state)) {
            return;
        }
        if (movement.type() == Movement.Type.TRANSIT && access.bases().contains(Basis.TRANSIT)) {
            boolean clear = movement.form() == Form.CLEAR;
            hits.add(new Hit(state, Basis.TRANSIT, clear, law.id(), "the data pass through " + state, null));
        }
        if (movement.type().reads() && access.bases().contains(Basis.TERRITORY)) {
            boolean clear = movement.form() == Form.CLEAR;
            hits.add(new Hit(
                    state, Basis.TERRITORY, clear, law.id(), "people in " + state + " can read the data", null));
        }
    }

    /** States that hold data or the operator's or controller's home, and for which the catalogue has no access law at all. */
    private Set<String> statesWithoutEntry() {
        Set<String> states = new TreeSet<>();
        view.copies().stream().filter(copy -> copy.form() != Form.ANONYMOUS).forEach(copy -> {
            states.add(copy.country());
            states.add(copy.operatorHome());
        });
        if (!view.copies().isEmpty()) {
            states.add(view.facts().controller().home());
        }
        states.remove("");
        states.removeIf(state -> catalogue.accessLaws().stream().anyMatch(law -> law.everCovers(state)));
        return states;
    }
}
