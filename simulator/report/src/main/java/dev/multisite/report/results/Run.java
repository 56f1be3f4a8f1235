package dev.multisite.report.results;

import java.time.Instant;
import java.util.List;

/**
 * What {@code run.json} says about the run. Everything but the scenario's name may be missing in an older folder; text is
 * then empty, a list empty and a number NaN.
 *
 * @param confidence of the intervals, e.g. 0.95
 * @param verdict sentences, strongest first
 */
public record Run(
        Scenario scenario,
        Provenance provenance,
        double confidence,
        List<String> architectures,
        List<Population> populations,
        List<Site> sites,
        List<Phase> phases,
        List<Objective> objectives,
        List<Check> checks,
        List<Sentence> verdict,
        List<Assumption> assumptions,
        AssumptionStudy assumptionStudy) {

    public Run {
        architectures = List.copyOf(architectures);
        populations = List.copyOf(populations);
        sites = List.copyOf(sites);
        phases = List.copyOf(phases);
        objectives = List.copyOf(objectives);
        checks = List.copyOf(checks);
        verdict = List.copyOf(verdict);
        assumptions = List.copyOf(assumptions);
    }

    Run withPhases(List<Phase> others) {
        return new Run(
                scenario,
                provenance,
                confidence,
                architectures,
                populations,
                sites,
                others,
                objectives,
                checks,
                verdict,
                assumptions,
                assumptionStudy);
    }

    /**
     * The question.
     *
     * @param effective lines of the whole scenario with every default, empty if unknown
     */
    public record Scenario(
            String name,
            String title,
            String description,
            String baseline,
            Instant from,
            Instant to,
            String hash,
            List<String> effective) {
        public Scenario {
            effective = List.copyOf(effective);
        }
    }

    /** How it was computed. */
    public record Provenance(
            String program,
            String version,
            String command,
            String seed,
            String fidelity,
            double replications,
            double wallSeconds,
            double requestsSimulated,
            List<String> overrides) {
        public Provenance {
            overrides = List.copyOf(overrides);
        }
    }

    /**
     * A population of devices.
     *
     * @param name as in the CSV files
     * @param label as people call it
     * @param devices mean or final number of devices, NaN if unknown
     */
    public record Population(String name, String label, double latitude, double longitude, double devices) {}

    /** A candidate data center. */
    public record Site(String name, String place, double latitude, double longitude) {}

    /**
     * A stretch of an architecture's time with one set of routes.
     *
     * @param from start, {@link Instant#EPOCH} if it has no fixed date
     * @param routes those counted in the run; else where the rule alone decides, and the others follow from {@code rules} and
     *     the network
     * @param counted whether the routes were counted
     */
    public record Phase(
            String architecture, String label, Instant from, List<Route> routes, List<Rule> rules, boolean counted) {
        public Phase {
            routes = List.copyOf(routes);
            rules = List.copyOf(rules);
        }
    }

    /** Which sites may serve the populations it holds for; none named: all. */
    public record Rule(List<String> countries, String policy, List<String> to) {
        public Rule {
            countries = List.copyOf(countries);
            to = List.copyOf(to);
        }
    }

    /** Which site serves a population. */
    public record Route(String population, String site, double share) {}

    /**
     * A limit and how one architecture keeps it.
     *
     * @param bound {@code at-most} or {@code at-least}
     * @param probability of keeping it, NaN if unknown
     * @param met {@code yes}, {@code no} or {@code uncertain}; empty if unknown
     */
    public record Objective(
            String architecture,
            String metric,
            String country,
            String service,
            String bound,
            double limit,
            String unit,
            Estimate value,
            double probability,
            String met) {}

    /**
     * A closed form beside the simulated figure.
     *
     * @param tolerance largest difference allowed; NaN: not stated
     * @param falseAlarm probability that a sound run is flagged; NaN: not stated
     */
    public record Check(
            String architecture,
            String name,
            double expected,
            double simulated,
            double tolerance,
            double falseAlarm,
            String unit,
            boolean holds) {}

    /** A verdict and how sure it is. */
    public record Sentence(String text, String certainty) {}

    /**
     * Something that was taken for granted, and from where.
     *
     * @param effect what it does to the result, empty if nobody has looked
     */
    public record Assumption(String what, String value, String source, String effect) {}

    /**
     * What was asked of the assumptions.
     *
     * @param question e.g. {@code p95 latency for India, multi-site against single-site}; empty: nothing was asked
     * @param reason why no effects were found; empty if there are some
     */
    public record AssumptionStudy(String question, String reason) {}
}
