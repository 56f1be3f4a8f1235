package dev.multisite.exposure;

import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

import dev.multisite.regulation.facts.Movement.Assessment;
import dev.multisite.scenario.DataSpec.Mitigation;
import dev.multisite.scenario.PopulationSpec;
import dev.multisite.scenario.RegulationSpec;
import dev.multisite.scenario.RegulationSpec.Mechanism;

/**
 * The grounds that hold for the records of one population and service. Where a ground covers a share of the people, people
 * are put in a row such that whoever gives a rarer consent gives the more frequent one too; a level is a share of that row.
 */
final class Mechanisms {

    private static final String CONSENT = "consent";
    private static final Set<String> CONSENTS = Set.of(CONSENT, "explicit-consent", "informed-consent");

    private final RegulationSpec regulation;
    private final PopulationSpec population;
    private final String service;

    Mechanisms(RegulationSpec regulation, PopulationSpec population, String service) {
        this.regulation = regulation;
        this.population = population;
        this.service = service;
    }

    /** A group of people with the same grounds: those between two shares of the row. */
    record Level(double from, double to) {
        double share() {
            return to - from;
        }
    }

    /** Returns the people whose records are kept, by grounds. */
    List<Level> levels(Instant instant, List<Mitigation> mitigations) {
        double kept = kept(instant, mitigations);
        NavigableSet<Double> cuts = new TreeSet<>(Set.of(kept));
        regulation.mechanisms().stream()
                .filter(mechanism -> mechanism.covers(population, instant) && mechanism.share() < kept)
                .forEach(mechanism -> cuts.add(mechanism.share()));
        cuts.remove(0.0);
        java.util.ArrayList<Level> levels = new java.util.ArrayList<>();
        double from = 0;
        for (double to : cuts) {
            levels.add(new Level(from, to));
            from = to;
        }
        return levels;
    }

    /** Returns the share of the people whose records are kept: all, or those who opted in. */
    double kept(Instant instant, List<Mitigation> mitigations) {
        double kept = 1;
        for (Mitigation mitigation : mitigations) {
            if (mitigation instanceof Mitigation.OptInConsent consent && applies(consent)) {
                kept = Math.min(kept, Double.isNaN(consent.adoption()) ? consented(instant) : consent.adoption());
            }
        }
        return kept;
    }

    private boolean applies(Mitigation.OptInConsent consent) {
        return consent.services().isEmpty() || consent.services().contains(service);
    }

    private double consented(Instant instant) {
        return regulation.mechanisms().stream()
                .filter(mechanism -> CONSENTS.contains(mechanism.mechanism()) && mechanism.covers(population, instant))
                .mapToDouble(Mechanism::share)
                .max()
                .orElse(0);
    }

    /** Returns the grounds that people of {@code level} have for a movement to {@code state}. */
    Set<String> names(Instant instant, Level level, String state, List<Mitigation> mitigations) {
        Set<String> names = new TreeSet<>();
        covering(instant, level, state).forEach(mechanism -> names.add(mechanism.mechanism()));
        boolean optedIn = mitigations.stream()
                .anyMatch(mitigation -> mitigation instanceof Mitigation.OptInConsent consent && applies(consent));
        if (optedIn) {
            names.add(CONSENT);
        }
        return names;
    }

    /** Returns the result of the assessment of a movement to {@code state}. */
    Assessment assessment(Instant instant, Level level, String state) {
        List<RegulationSpec.Assessment> stated = covering(instant, level, state).stream()
                .map(Mechanism::assessment)
                .toList();
        if (stated.contains(RegulationSpec.Assessment.PASSED)) {
            return Assessment.PASSED;
        }
        return stated.contains(RegulationSpec.Assessment.FAILED) ? Assessment.FAILED : Assessment.NOT_STATED;
    }

    private List<Mechanism> covering(Instant instant, Level level, String state) {
        return regulation.mechanisms().stream()
                .filter(mechanism -> mechanism.covers(population, instant)
                        && mechanism.share() >= level.to()
                        && (mechanism.destinations().isEmpty()
                                || mechanism.destinations().contains(state)))
                .toList();
    }
}
