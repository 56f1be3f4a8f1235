package dev.multisite.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.multisite.units.Money;

/**
 * What laws ask about the firm.
 *
 * @param catalogue sources of laws: {@code default} or absolute paths of folders and files; later ones win
 * @param controller who decides about the records
 * @param mechanisms grounds for transfers
 * @param facts what else holds, by the law that asks for it
 * @param enforcementReplays how often enforcement is replayed, at least 2; 0: not at all
 */
public record RegulationSpec(
        List<String> catalogue,
        Controller controller,
        List<Mechanism> mechanisms,
        Map<String, List<Fact>> facts,
        int enforcementReplays) {

    public static final RegulationSpec NONE = new RegulationSpec(
            List.of("default"), new Controller("", "", Map.of(), Map.of()), List.of(), Map.of(), 10_000);

    /** The key of {@link Controller#nexus} that stands for all countries without an entry of their own. */
    public static final String EVERYWHERE_ELSE = "*";

    public RegulationSpec {
        catalogue = List.copyOf(catalogue);
        mechanisms = List.copyOf(mechanisms);
        facts = Ordered.copy(facts);
    }

    /**
     * Who decides about the records.
     *
     * @param home state that it belongs to; empty: not stated
     * @param turnover turnover of the whole group by year; a year without one: that of the last year before it
     * @param nexus ties to a country, by country code or {@link #EVERYWHERE_ELSE}; a country without an entry: not known,
     *     which is read as all ties
     */
    public record Controller(String name, String home, Map<Integer, Money> turnover, Map<String, Set<String>> nexus) {
        public Controller {
            turnover = Ordered.copy(turnover);
            nexus = Ordered.copy(nexus);
        }
    }

    /**
     * A ground for transfers.
     *
     * @param from first instant
     * @param until first instant at which it holds no more; {@link Instant#MAX}: for ever
     * @param mechanism name of the catalogue
     * @param countries population names or country codes whose records it covers; empty: all
     * @param destinations states; empty: all
     * @param share share of the people whom it covers
     * @param assessment result of the assessment of the transfer
     */
    public record Mechanism(
            Instant from,
            Instant until,
            String mechanism,
            Set<String> countries,
            Set<String> destinations,
            double share,
            Assessment assessment) {
        public Mechanism {
            countries = Set.copyOf(countries);
            destinations = Set.copyOf(destinations);
        }

        /** Returns whether it covers records of {@code population} at {@code instant}. */
        public boolean covers(PopulationSpec population, Instant instant) {
            boolean people = countries.isEmpty()
                    || countries.contains(population.name())
                    || countries.contains(population.country());
            return people && !instant.isBefore(from) && instant.isBefore(until);
        }
    }

    /** Result of the assessment of a transfer. */
    public enum Assessment {
        NOT_STATED,
        PASSED,
        FAILED
    }

    /**
     * Something that holds.
     *
     * @param name name of the catalogue
     * @param since since when; {@link Instant#MIN}: always
     */
    public record Fact(String name, Instant since) {}
}
