package dev.multisite.regulation.evaluate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import dev.multisite.regulation.catalogue.LawCatalogue;
import dev.multisite.regulation.facts.Movement;
import dev.multisite.regulation.law.CountryList;
import dev.multisite.regulation.law.Rule;

/** Decides whether a movement rests on a ground that the law accepts. */
final class Grounds {

    /** The fact that a transfer assessment came out well. */
    static final String ASSESSMENT_PASSED = "assessment-passed";

    private static final String KEYS_OUTSIDE = "keys-outside-destination";

    private final LawCatalogue catalogue;
    private final CaseView view;

    Grounds(LawCatalogue catalogue, CaseView view) {
        this.catalogue = catalogue;
        this.view = view;
    }

    /**
     * Whether a movement has a ground.
     *
     * @param because the ground in words, or why none holds
     */
    record Answer(boolean valid, String because) {}

    /** Returns the answer for a movement under a conditional rule. */
    Answer check(Rule.Conditional rule, Movement movement) {
        for (String fact : rule.allOf()) {
            if (!view.holds(movement, fact)) {
                return new Answer(false, "the law asks for " + Words.of(fact) + ", which is not stated");
            }
        }
        if (rule.anyOf().isEmpty() && !rule.allOf().isEmpty()) {
            return new Answer(true, "what the law asks for is there: " + Words.list(rule.allOf()));
        }
        return anyOf(rule.anyOf(), rule.failures(), movement);
    }

    /** Returns the answer for a movement that needs one of {@code options}. */
    Answer anyOf(List<Rule.Option> options, List<Rule.AssessmentFailure> failures, Movement movement) {
        List<String> reasons = new ArrayList<>();
        for (Rule.Option option : options) {
            Answer answer = check(option, failures, movement);
            if (answer.valid()) {
                return answer;
            }
            if (!answer.because().isEmpty()) {
                reasons.add(answer.because());
            }
        }
        if (!reasons.isEmpty()) {
            return new Answer(false, String.join("; ", reasons));
        }
        List<String> accepted = options.stream()
                .filter(option -> option.window().contains(view.date()))
                .map(option -> Words.of(option.mechanism()))
                .distinct()
                .toList();
        return new Answer(
                false, "no accepted ground is stated (accepted would be: " + String.join(", ", accepted) + ")");
    }

    /** The reason is empty if the ground was not claimed at all. */
    private Answer check(Rule.Option option, List<Rule.AssessmentFailure> failures, Movement movement) {
        if (!option.list().isEmpty()) {
            return onList(option, failures, movement);
        }
        if (!view.holds(movement, option.mechanism())) {
            return new Answer(false, "");
        }
        if (!option.window().contains(view.date())) {
            return new Answer(false, Words.of(option.mechanism()) + " is no ground " + outside(option));
        }
        return conditions(option, failures, movement, Words.of(option.mechanism()));
    }

    private String outside(Rule.Option option) {
        return view.date().isBefore(option.window().from())
                ? "before " + option.window().from()
                : "after " + option.window().to();
    }

    private Answer onList(Rule.Option option, List<Rule.AssessmentFailure> failures, Movement movement) {
        if (!option.window().contains(view.date())) {
            return new Answer(false, "");
        }
        String needed = "";
        for (CountryList.Entry entry : catalogue.list(option.list()).of(movement.to(), view.date())) {
            if (entry.onlyIf().isEmpty() || entry.onlyIf().stream().anyMatch(fact -> view.holds(movement, fact))) {
                String listed = movement.to() + " is on the list " + option.list()
                        + (entry.onlyIf().isEmpty() ? "" : " and the importer is covered");
                return conditions(option, failures, movement, listed);
            }
            needed = movement.to() + " is on the list " + option.list() + " only with " + Words.list(entry.onlyIf())
                    + ", which is not stated";
        }
        return new Answer(false, needed);
    }

    private Answer conditions(
            Rule.Option option, List<Rule.AssessmentFailure> failures, Movement movement, String name) {
        for (String circumstance : option.onlyIf()) {
            if (!view.holds(movement, circumstance)) {
                return new Answer(false, name + " is a ground only if " + Words.of(circumstance));
            }
        }
        for (Rule.Need need : option.needs()) {
            if (need.window().contains(view.date())) {
                Answer answer = need(need.fact(), failures, movement, name);
                if (!answer.valid()) {
                    return answer;
                }
            } else if (need.fact().equals(ASSESSMENT_PASSED) && movement.assessment() == Movement.Assessment.FAILED) {
                return new Answer(false, name + " does not hold because the assessment of the transfer failed");
            }
        }
        return new Answer(true, name);
    }

    private Answer need(String fact, List<Rule.AssessmentFailure> failures, Movement movement, String name) {
        if (!fact.equals(ASSESSMENT_PASSED)) {
            return view.holds(movement, fact)
                    ? new Answer(true, name)
                    : new Answer(false, name + " needs " + Words.of(fact) + ", which is not stated");
        }
        for (Rule.AssessmentFailure failure : failures) {
            if (fails(failure, movement, view.date())) {
                return new Answer(
                        false,
                        name + " does not hold because an assessment for " + movement.to() + " cannot succeed: "
                                + failure.why());
            }
        }
        return switch (movement.assessment()) {
            case PASSED -> new Answer(true, name);
            case FAILED -> new Answer(false, name + " does not hold because the assessment of the transfer failed");
            case NOT_STATED ->
                view.holds(movement, ASSESSMENT_PASSED)
                        ? new Answer(true, name)
                        : new Answer(
                                false, name + " needs an assessment of the transfer, and none is stated as passed");
        };
    }

    private boolean fails(Rule.AssessmentFailure failure, Movement movement, LocalDate date) {
        if (!failure.country().equals(movement.to()) || !failure.window().contains(date)) {
            return false;
        }
        if (failure.unless().equals(KEYS_OUTSIDE)) {
            return !view.keysOutside(movement);
        }
        return failure.unless().isEmpty() || !view.holds(movement, failure.unless());
    }
}
