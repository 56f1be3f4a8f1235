package dev.multisite.exposure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.multisite.demand.DemandModel;
import dev.multisite.regulation.facts.Movement;
import dev.multisite.scenario.DataSpec;
import dev.multisite.scenario.PopulationSpec;
import dev.multisite.scenario.RegulationSpec.Mechanism;
import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.ServiceSpec;
import dev.multisite.units.Durations;
import dev.multisite.world.Intervals;

/**
 * Records that cross borders: counted, not judged. A movement is a request that carries records from people to a home in
 * another country (direct collection, transit), or a record that is copied from a site to one in another country
 * (replication, backup, transfer). What staff and contractors abroad can read has no rate; it is counted in records and time.
 */
public final class MovementAccount {

    private static final double LONGEST_STEP_SECONDS = 30 * Durations.SECONDS_PER_DAY;

    private final Scenario scenario;
    private final DemandModel demand;
    private final DataTimeline timeline;
    private final double[] startSeconds;
    private final double endSeconds;
    private final Map<Key, double[]> counts = new TreeMap<>();
    private final Map<Key, double[]> bytes = new TreeMap<>();

    /**
     * What moves.
     *
     * @param dataClass classes of the records, joined by {@code +} where a request carries several
     * @param grounds grounds held for it, joined by {@code +}; empty: none
     */
    public record Key(
            String population,
            String service,
            String dataClass,
            Movement.Type type,
            String from,
            String to,
            String grounds)
            implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return Arrays.compare(parts(), other.parts());
        }

        private String[] parts() {
            return new String[] {population, service, dataClass, type.name(), from, to, grounds};
        }
    }

    private MovementAccount(
            Scenario scenario, DemandModel demand, DataTimeline timeline, double[] startSeconds, double endSeconds) {
        this.scenario = scenario;
        this.demand = demand;
        this.timeline = timeline;
        this.startSeconds = startSeconds.clone();
        this.endSeconds = endSeconds;
    }

    /**
     * Counts what moves.
     *
     * @param startSeconds where the bins start, rising
     * @param endSeconds where the last one ends
     */
    static MovementAccount of(
            Scenario scenario,
            DemandModel demand,
            Stocks stocks,
            DataTimeline timeline,
            double[] startSeconds,
            double endSeconds) {
        MovementAccount account = new MovementAccount(scenario, demand, timeline, startSeconds, endSeconds);
        List<Double> times = account.times();
        for (PopulationSpec population : scenario.populations().values()) {
            for (ServiceSpec service : scenario.services().values()) {
                List<Stocks.Stock> kept = stocks.all().stream()
                        .filter(stock -> stock.population().equals(population)
                                && stock.service().equals(service.name()))
                        .toList();
                if (!kept.isEmpty()) {
                    account.count(new Flow(population, service, kept), times);
                }
            }
        }
        return account;
    }

    /** Records of one population that one service keeps, and the requests that bring them. */
    private record Flow(PopulationSpec population, ServiceSpec service, List<Stocks.Stock> stocks) {}

    private List<Double> times() {
        NavigableSet<Double> knots =
                new TreeSet<>(timeline.knots(scenario.period().seconds()));
        for (Mechanism mechanism : scenario.regulation().mechanisms()) {
            knots.add(within(mechanism.from()));
            knots.add(within(mechanism.until()));
        }
        for (double start : startSeconds) {
            knots.add(start);
        }
        for (double at = startSeconds[0] + LONGEST_STEP_SECONDS; at < endSeconds; at += LONGEST_STEP_SECONDS) {
            knots.add(at);
        }
        knots.add(endSeconds);
        return new ArrayList<>(knots.subSet(startSeconds[0], true, endSeconds, true));
    }

    private double within(Instant instant) {
        boolean inside = instant.isAfter(scenario.period().from())
                && instant.isBefore(scenario.period().to());
        return inside ? scenario.period().toSeconds(instant) : 0;
    }

    private void count(Flow flow, List<Double> times) {
        Mechanisms mechanisms = new Mechanisms(
                scenario.regulation(), flow.population(), flow.service().name());
        for (int i = 0; i + 1 < times.size(); i++) {
            double from = times.get(i);
            double to = times.get(i + 1);
            Instant instant = scenario.period().toInstant(from);
            List<DataSpec.Mitigation> mitigations = timeline.mitigations(from);
            for (Mechanisms.Level level : mechanisms.levels(instant, mitigations)) {
                Ground ground = state -> String.join("+", mechanisms.names(instant, level, state, mitigations));
                Piece piece = new Piece(flow, from, to, level.share(), ground);
                kept(piece);
                moved(piece);
            }
        }
    }

    /** The grounds for a movement to a state. */
    private interface Ground {
        String of(String state);
    }

    /** A piece of time in which nothing but numbers changes, and the share of the people it is about. */
    private record Piece(Flow flow, double from, double to, double share, Ground ground) {}

    /** What comes from the people and goes on to the other copies. */
    private void kept(Piece piece) {
        Flow flow = piece.flow();
        double requests = requests(flow, piece.from(), piece.to()) * piece.share();
        for (DataTimeline.Share share :
                timeline.shares(flow.population(), flow.service().name(), piece.from(), piece.to())) {
            DataSpec.Rule rule = share.situation().now();
            double part = (share.atStart() + share.atEnd()) / 2;
            collect(piece, rule, part * requests);
            for (Stocks.Stock stock : flow.stocks()) {
                copy(piece, stock, rule, part * piece.share() * fresh(stock, piece.from(), piece.to()));
                double recordSeconds = part
                        * piece.share()
                        * stock.curve().at((piece.from() + piece.to()) / 2)
                        * (piece.to() - piece.from());
                read(piece, stock, rule, recordSeconds);
            }
        }
    }

    private void collect(Piece piece, DataSpec.Rule rule, double requests) {
        String people = piece.flow().population().country();
        String home = country(rule.home());
        double size = piece.flow().service().requestSize().bytes();
        TreeSet<String> classes = new TreeSet<>();
        piece.flow().stocks().forEach(stock -> classes.add(stock.store().dataClass()));
        String carried = String.join("+", classes);
        add(piece, carried, Movement.Type.DIRECT_COLLECTION, people, home, requests, size);
        rule.transit().forEach(state -> add(piece, carried, Movement.Type.TRANSIT, people, state, requests, size));
    }

    private void copy(Piece piece, Stocks.Stock stock, DataSpec.Rule rule, double records) {
        rule.replicas().forEach(site -> add(piece, stock, Movement.Type.REPLICATION, rule.home(), site, records));
        rule.backups().forEach(site -> add(piece, stock, Movement.Type.BACKUP, rule.home(), site, records));
    }

    private void read(Piece piece, Stocks.Stock stock, DataSpec.Rule rule, double recordSeconds) {
        String home = country(rule.home());
        String dataClass = stock.store().dataClass();
        rule.staffAccess()
                .forEach(state -> add(piece, dataClass, Movement.Type.REMOTE_ACCESS, home, state, recordSeconds, 0));
        rule.subProcessors()
                .forEach(state -> add(piece, dataClass, Movement.Type.SUPPORT, home, state, recordSeconds, 0));
    }

    /** What a migration copies. */
    private void moved(Piece piece) {
        DataTimeline.Stage stage = timeline.stage(piece.from());
        double progress = progress(stage, piece.from(), piece.to());
        if (progress <= 0) {
            return;
        }
        String service = piece.flow().service().name();
        DataSpec.Rule before = DataTimeline.rule(stage.before(), piece.flow().population(), service);
        DataSpec.Rule after = DataTimeline.rule(stage.data(), piece.flow().population(), service);
        Set<String> fresh = new LinkedHashSet<>(Stocks.copies(after));
        fresh.removeAll(Stocks.copies(before));
        for (Stocks.Stock stock : piece.flow().stocks()) {
            double records = progress * piece.share() * stock.curve().at((piece.from() + piece.to()) / 2);
            fresh.forEach(site -> add(piece, stock, Movement.Type.TRANSFER, before.home(), site, records));
        }
    }

    private static double progress(DataTimeline.Stage stage, double from, double to) {
        if (stage.migration().copySeconds() == 0) {
            return stage.migration().startSeconds() == from && from > 0 ? 1 : 0;
        }
        return stage.migration().copied(to) - stage.migration().copied(from);
    }

    /** Requests that are made and not refused. */
    private double requests(Flow flow, double from, double to) {
        double requests = 0;
        Intervals blocks = demand.blocks(flow.population().name());
        Intervals open = blocks.complement(from, to);
        for (int c = 0; c < demand.demandClasses().size(); c++) {
            boolean own = demand.demandClasses()
                            .get(c)
                            .population()
                            .equals(flow.population().name())
                    && demand.demandClasses()
                            .get(c)
                            .service()
                            .equals(flow.service().name());
            for (int i = 0; own && i < open.size(); i++) {
                requests += demand.expectedRequests(c, Math.max(from, open.from(i)), Math.min(to, open.until(i)));
            }
        }
        return requests;
    }

    /** Records made in a piece of time: what is there at its end beyond what is left of its start. */
    private double fresh(Stocks.Stock stock, double from, double to) {
        double left = stock.curve().at(from) * demand.kept(stock.population().name(), from, to);
        return Math.max(0, stock.curve().at(Math.nextDown(to)) - left);
    }

    private void add(
            Piece piece, Stocks.Stock stock, Movement.Type type, String fromSite, String toSite, double records) {
        add(
                piece,
                stock.store().dataClass(),
                type,
                country(fromSite),
                country(toSite),
                records,
                stock.store().size().bytes());
    }

    private void add(
            Piece piece, String dataClass, Movement.Type type, String from, String to, double count, double bytesEach) {
        if (from.equals(to) || !(count > 0)) {
            return;
        }
        Key key = new Key(
                piece.flow().population().name(),
                piece.flow().service().name(),
                dataClass,
                type,
                from,
                to,
                piece.ground().of(to));
        int at = Arrays.binarySearch(startSeconds, piece.from());
        int bin = at >= 0 ? at : -at - 2;
        counts.computeIfAbsent(key, k -> new double[startSeconds.length])[bin] += count;
        bytes.computeIfAbsent(key, k -> new double[startSeconds.length])[bin] += count * bytesEach;
    }

    private String country(String site) {
        return java.util.Objects.requireNonNull(scenario.sites().get(site), site)
                .place()
                .country();
    }

    /** Returns what moves, in a fixed order. */
    public Set<Key> keys() {
        return Collections.unmodifiableSet(counts.keySet());
    }

    /**
     * Returns movements per bin; for remote access and support records times seconds.
     *
     * @throws IllegalArgumentException if nothing of that kind moves
     */
    public double[] counts(Key key) {
        return of(counts, key);
    }

    /** Returns the bytes that move per bin. */
    public double[] bytes(Key key) {
        return of(bytes, key);
    }

    private static double[] of(Map<Key, double[]> values, Key key) {
        double[] found = values.get(key);
        if (found == null) {
            throw new IllegalArgumentException("nothing moves as " + key);
        }
        return found.clone();
    }

    /** Returns where the bins start. */
    public double[] startSeconds() {
        return startSeconds.clone();
    }

    /** Returns the length of a bin. */
    public double seconds(int bin) {
        return (bin + 1 < startSeconds.length ? startSeconds[bin + 1] : endSeconds) - startSeconds[bin];
    }
}
