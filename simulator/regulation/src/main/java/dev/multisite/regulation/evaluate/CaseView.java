package dev.multisite.regulation.evaluate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.multisite.regulation.facts.CaseFacts;
import dev.multisite.regulation.facts.Copy;
import dev.multisite.regulation.facts.Form;
import dev.multisite.regulation.facts.Keys;
import dev.multisite.regulation.facts.Movement;

/**
 * A case with what follows from it: a copy abroad that no stated movement explains got there by a transfer without any
 * ground, and a movement that places data abroad makes a copy there.
 */
final class CaseView {

    private final CaseFacts facts;
    private final LocalDate date;
    private final List<Movement> movements = new ArrayList<>();
    private final List<Copy> copies = new ArrayList<>();

    CaseView(CaseFacts facts, LocalDate date) {
        this.facts = facts;
        this.date = date;
        copies.addAll(facts.copies());
        for (Movement stated : facts.movements()) {
            movements.add(directed(stated));
        }
        addImpliedMovements();
        addImpliedCopies();
    }

    /** An access may be written from either end: the reader sits where no copy is. */
    private Movement directed(Movement movement) {
        boolean reversed = movement.type().reads()
                && facts.copies().stream().anyMatch(copy -> copy.country().equals(movement.to()))
                && facts.copies().stream().noneMatch(copy -> copy.country().equals(movement.from()));
        return !reversed
                ? movement
                : new Movement(
                        movement.type(),
                        movement.to(),
                        movement.from(),
                        movement.mechanisms(),
                        movement.assessment(),
                        movement.form(),
                        movement.formStated(),
                        movement.tags(),
                        movement.implied());
    }

    private void addImpliedMovements() {
        Set<String> explained = new TreeSet<>();
        movements.stream().filter(m -> m.type().places()).forEach(m -> explained.add(m.to()));
        for (Copy copy : facts.copies()) {
            if (!copy.country().equals(facts.subject().country()) && explained.add(copy.country())) {
                Movement.Type type = switch (copy.role()) {
                    case REPLICA -> Movement.Type.REPLICATION;
                    case BACKUP -> Movement.Type.BACKUP;
                    default -> Movement.Type.TRANSFER;
                };
                movements.add(new Movement(
                        type,
                        facts.subject().country(),
                        copy.country(),
                        Set.of(),
                        Movement.Assessment.NOT_STATED,
                        copy.form(),
                        false,
                        copy.tags(),
                        true));
            }
        }
    }

    private void addImpliedCopies() {
        for (Movement movement : movements) {
            boolean known = copies.stream().anyMatch(copy -> copy.country().equals(movement.to()));
            if (!known && movement.type().places()) {
                Copy.Role role = switch (movement.type()) {
                    case DIRECT_COLLECTION -> Copy.Role.PRIMARY;
                    case REPLICATION -> Copy.Role.REPLICA;
                    case BACKUP -> Copy.Role.BACKUP;
                    default -> Copy.Role.EXPORT;
                };
                copies.add(new Copy(
                        movement.to(),
                        role,
                        movement.form(),
                        Copy.FirstWrite.NOT_STATED,
                        movement.type() == Movement.Type.DIRECT_COLLECTION,
                        true,
                        "",
                        Keys.UNKNOWN,
                        movement.tags()));
            }
        }
    }

    CaseFacts facts() {
        return facts;
    }

    LocalDate date() {
        return date;
    }

    /** Returns stated and implied movements. */
    List<Movement> movements() {
        return movements;
    }

    /** Returns stated and implied copies. */
    List<Copy> copies() {
        return copies;
    }

    /** Returns whether anything is known about where the records are or go. */
    boolean placementKnown() {
        return !copies.isEmpty() || !movements.isEmpty();
    }

    List<Copy> copiesIn(String country) {
        return copies.stream().filter(copy -> copy.country().equals(country)).toList();
    }

    /** Returns whether a fact of the case holds today. */
    boolean holds(String fact) {
        return facts.held().holds(fact, date)
                || facts.subject().attributes().contains(fact)
                || facts.controller().nexus().contains(fact);
    }

    /** Returns whether {@code name} is a ground or circumstance of this movement, of its destination or of the case. */
    boolean holds(Movement movement, String name) {
        return movement.mechanisms().contains(name)
                || movement.tags().contains(name)
                || holds(name)
                || copiesIn(movement.to()).stream().anyMatch(copy -> copy.tags().contains(name));
    }

    /**
     * Returns the form in which data are at the movement's destination: the most readable of the copies there; what the
     * movement says where it leaves none, and clear text on a screen.
     */
    Form formAtDestination(Movement movement) {
        if (movement.type().reads() || movement.type() == Movement.Type.TRANSIT || movement.formStated()) {
            return movement.form();
        }
        Form form = Form.ANONYMOUS;
        for (Copy copy : copiesIn(movement.to())) {
            form = copy.form().compareTo(form) < 0 ? copy.form() : form;
        }
        return copiesIn(movement.to()).isEmpty() ? movement.form() : form;
    }

    /**
     * Returns whether the destination holds nothing but data that it cannot read: encrypted or pseudonymised, with keys
     * that are known to be neither there nor with anybody who belongs there.
     */
    boolean keysOutside(Movement movement) {
        if (holds(movement, "keys-outside-destination")) {
            return true;
        }
        List<Copy> there = copiesIn(movement.to());
        return !movement.type().reads()
                && !there.isEmpty()
                && there.stream().allMatch(copy -> lockedAgainst(copy, movement.to()));
    }

    /** Returns whether the destination is known to hold the keys of what it receives. */
    boolean keysInside(Movement movement) {
        return copiesIn(movement.to()).stream()
                .anyMatch(copy -> copy.keys().known() && copy.keys().within(movement.to()));
    }

    /** Returns whether {@code state} cannot read the copy, as far as keys go. */
    static boolean lockedAgainst(Copy copy, String state) {
        return copy.form() == Form.ANONYMOUS
                || (copy.form() != Form.CLEAR
                        && copy.keys().known()
                        && !copy.keys().within(state));
    }
}
