package dev.multisite.scenario;

import java.util.List;
import java.util.Set;

/**
 * Where records are kept during a phase, how they get there, and what protects them.
 *
 * @param rules rules in the order of the file; the first whose {@code countries} and {@code services} fit decides
 * @param migrate how records come from where the phase before kept them
 * @param mitigations what is done to reduce exposure
 */
public record DataSpec(List<Rule> rules, Migrate migrate, List<Mitigation> mitigations) {

    /** Nothing is kept. */
    public static final DataSpec NONE = new DataSpec(List.of(), Migrate.AT_ONCE, List.of());

    public DataSpec {
        rules = List.copyOf(rules);
        mitigations = List.copyOf(mitigations);
    }

    /** Returns whether nothing moves from one to the other; how far replicas and backups lag may differ. */
    public boolean placedAs(DataSpec other) {
        return placements(rules).equals(placements(other.rules));
    }

    private static List<Rule> placements(List<Rule> rules) {
        return rules.stream().map(Rule::placement).toList();
    }

    /**
     * Where the records of some people and services are. Records are first written at {@code home}.
     *
     * @param countries population names or country codes it holds for; empty: all
     * @param services services it holds for; empty: all
     * @param home site that records are first written to
     * @param replicas sites with a complete copy that can take over
     * @param backups sites with a copy that can't serve
     * @param caches sites with a part of the records for faster reading
     * @param logs sites with logs that contain records
     * @param replication how replicas follow
     * @param keys who can decrypt copies that are encrypted
     * @param staffAccess states from which staff can read the records
     * @param subProcessors states from which a contractor can read the records
     * @param transit states that records cross on the way from the device
     * @param replicationLag how far asynchronous replicas are behind, seconds; {@code Constant(infinity)}: there are none
     * @param backupEverySeconds time from one backup to the next; infinity: there are none
     */
    public record Rule(
            Set<String> countries,
            Set<String> services,
            String home,
            List<String> replicas,
            List<String> backups,
            List<String> caches,
            List<String> logs,
            Replication replication,
            KeyCustody keys,
            Set<String> staffAccess,
            Set<String> subProcessors,
            Set<String> transit,
            DistributionSpec replicationLag,
            double backupEverySeconds) {
        public Rule {
            countries = Set.copyOf(countries);
            services = Set.copyOf(services);
            replicas = List.copyOf(replicas);
            backups = List.copyOf(backups);
            caches = List.copyOf(caches);
            logs = List.copyOf(logs);
            staffAccess = Ordered.copy(staffAccess);
            subProcessors = Ordered.copy(subProcessors);
            transit = Ordered.copy(transit);
        }

        /** Returns whether both keep the same records at the same places; how far replicas and backups lag may differ. */
        public boolean placedAs(Rule other) {
            return placement().equals(other.placement());
        }

        private Rule placement() {
            return new Rule(
                    countries,
                    services,
                    home,
                    replicas,
                    backups,
                    caches,
                    logs,
                    replication,
                    keys,
                    staffAccess,
                    subProcessors,
                    transit,
                    new DistributionSpec.Constant(0),
                    0);
        }

        /** Returns whether the rule is about the records that {@code service} keeps of {@code population}. */
        public boolean fits(PopulationSpec population, String service) {
            boolean people = countries.isEmpty()
                    || countries.contains(population.name())
                    || countries.contains(population.country());
            return people && (services.isEmpty() || services.contains(service));
        }
    }

    /** How replicas follow the home. */
    public enum Replication {
        /** A record is written everywhere before the device gets its answer. */
        SYNC,
        /** Replicas lag. */
        ASYNC
    }

    /**
     * Who holds keys. Empty texts: the operator of each copy, which protects against nobody.
     *
     * @param country where the keys are
     * @param holder state that the holder belongs to
     */
    public record KeyCustody(String country, String holder) {

        public static final KeyCustody OPERATOR = new KeyCustody("", "");
    }

    /**
     * The way of records from their old place to their new one. Both copies count until the old one is deleted.
     *
     * @param bytesPerSecond bandwidth for all records together; infinity: at once
     * @param efficiency share of the bandwidth that is used, above 0 to 1
     * @param verifyAndDeleteSeconds time from copying a record to the deletion of its old copy
     * @param linkBytesPerSecond bandwidth of the connection of a site, which requests share with the records that it sends
     *     or receives; infinity: the migration takes nothing from requests
     */
    public record Migrate(
            double bytesPerSecond, double efficiency, double verifyAndDeleteSeconds, double linkBytesPerSecond) {

        public static final Migrate AT_ONCE = new Migrate(Double.POSITIVE_INFINITY, 1, 0, Double.POSITIVE_INFINITY);

        public boolean atOnce() {
            return Double.isInfinite(bytesPerSecond);
        }

        /** Returns the share of a connection that is taken where all records of the migration pass, below 1. */
        public double linkShare() {
            return atOnce() ? 0 : bytesPerSecond * efficiency / linkBytesPerSecond;
        }
    }

    /** What is done to reduce exposure. */
    public sealed interface Mitigation {

        /** All copies are encrypted; it protects against those who can't get at the keys. */
        record EncryptionAtRest() implements Mitigation {}

        /** Records are encrypted on their way. */
        record EncryptionInTransit() implements Mitigation {}

        /**
         * Only records of people who agreed are kept.
         *
         * @param adoption share of the people who agree; NaN: the share of the consent under {@code regulation}
         * @param services services it holds for; empty: all
         */
        record OptInConsent(double adoption, Set<String> services) implements Mitigation {
            public OptInConsent {
                services = Set.copyOf(services);
            }
        }

        /**
         * Another company runs copies.
         *
         * @param home state that it belongs to
         * @param sites the sites; empty: all
         */
        record RegionalOperator(String home, Set<String> sites) implements Mitigation {
            public RegionalOperator {
                sites = Set.copyOf(sites);
            }
        }
    }
}
