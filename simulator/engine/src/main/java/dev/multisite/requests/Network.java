package dev.multisite.requests;

import java.util.Arrays;

import dev.multisite.random.FastExp;
import dev.multisite.random.StandardTables;
import dev.multisite.world.PathTable;
import dev.multisite.world.Routing;
import dev.multisite.world.ServiceTraffic;
import dev.multisite.world.World;

/**
 * How long an attempt is on its way to a site and how long the answer is on its way back, under the path states of one
 * regime. Every leg has its own draw.
 */
final class Network {

    private static final double SEGMENT_BYTES = 1460;
    private static final double INITIAL_WINDOW = 10;
    private static final int SET_UP_LEGS = 4;
    private static final int MAX_LOSSES = 30;
    private static final int STRIDE = 8;
    private static final int FIXED = 0;
    private static final int MEDIAN = 1;
    private static final int SIGMA = 2;
    private static final int SECONDS_PER_BYTE = 3;
    private static final int LOSS = 4;

    private final Sources sources;
    private final int sites;
    private final PathTable paths;
    /** What a leg needs, side by side: see the offsets below. */
    private final double[] legs;

    private final int pathCount;
    private final double[] requestBytes;
    private final double[] responseBytes;
    private final double[] freshShare;
    private final int[] slowStartRounds;
    /** By source, for batches. */
    private final int[] legsOfSource;

    private final double[] requestBytesOfSource;
    private final double[] responseBytesOfSource;
    private final boolean anyFresh;
    private final boolean anySlowStart;
    private boolean disturbed;
    private boolean lossy;
    private int[] fresh = new int[0];

    Network(World world) {
        sources = new Sources(world);
        paths = world.paths();
        sites = paths.sites();
        pathCount = paths.endpoints() * sites;
        legs = new double[pathCount * STRIDE];
        for (int path = 0; path < pathCount; path++) {
            int endpoint = path / sites;
            int site = path % sites;
            legs[path * STRIDE + MEDIAN] = paths.medianLegSeconds(endpoint, site);
            legs[path * STRIDE + SIGMA] = paths.sigma(endpoint, site);
        }
        resetPaths();
        int services = world.services().size();
        requestBytes = new double[services];
        responseBytes = new double[services];
        freshShare = new double[services];
        slowStartRounds = new int[services];
        for (int service = 0; service < services; service++) {
            ServiceTraffic traffic = world.services().get(service);
            requestBytes[service] = traffic.requestBytes();
            responseBytes[service] = traffic.responseBytes();
            freshShare[service] = 1 - traffic.connectionReuse();
            slowStartRounds[service] = slowStartRounds(traffic.responseBytes());
        }
        anyFresh = Arrays.stream(freshShare).anyMatch(share -> share > 0);
        anySlowStart = anyFresh && Arrays.stream(slowStartRounds).anyMatch(rounds -> rounds > 0);
        legsOfSource = Arrays.stream(sources.endpoint)
                .map(endpoint -> endpoint * sites * STRIDE)
                .toArray();
        requestBytesOfSource = sources.each(world, ServiceTraffic::requestBytes);
        responseBytesOfSource = sources.each(world, ServiceTraffic::responseBytes);
    }

    Sources sources() {
        return sources;
    }

    /** Returns the round trips that a response of {@code bytes} needs beyond the first on a new connection. */
    static int slowStartRounds(double bytes) {
        double segments = Math.ceil(bytes / SEGMENT_BYTES);
        double window = INITIAL_WINDOW;
        int rounds = 0;
        for (double sent = window; sent < segments; sent += window) {
            window *= 2;
            rounds++;
        }
        return rounds;
    }

    private void resetPaths() {
        for (int path = 0; path < pathCount; path++) {
            legs[path * STRIDE + SECONDS_PER_BYTE] = 1 / paths.bytesPerSecond(path / sites, path % sites);
            legs[path * STRIDE + FIXED] = paths.floorLegSeconds(path / sites, path % sites);
            legs[path * STRIDE + LOSS] = paths.loss(path / sites, path % sites);
        }
        findLosses();
    }

    private void findLosses() {
        lossy = false;
        for (int path = 0; path < pathCount; path++) {
            lossy |= legs[path * STRIDE + LOSS] > 0;
        }
    }

    /** Takes over the path states of {@code regime}. */
    void enter(Routing.Regime regime) {
        if (!disturbed && !regime.pathsDisturbed()) {
            return;
        }
        resetPaths();
        disturbed = regime.pathsDisturbed();
        if (disturbed) {
            for (int path = 0; path < pathCount; path++) {
                int at = path * STRIDE;
                legs[at + SECONDS_PER_BYTE] /= regime.throughputShare(path % sites);
                legs[at + FIXED] += regime.extraLegSeconds(path / sites, path % sites);
                legs[at + LOSS] = Math.min(1, legs[at + LOSS] + regime.extraLoss(path / sites, path % sites));
            }
            findLosses();
        }
    }

    int path(int endpoint, int site) {
        return endpoint * sites + site;
    }

    /** Returns the time from the start of the attempt with key {@code key} to its arrival at the site. */
    double outSeconds(long key, int path, int service) {
        double seconds =
                leg(key, Draws.OUT, path * STRIDE) + requestBytes[service] * legs[path * STRIDE + SECONDS_PER_BYTE];
        if (freshShare[service] > 0 && isFresh(key, service)) {
            seconds += legs(key, Draws.SET_UP_LEG, SET_UP_LEGS, path) + losses(key, 1, 2, path);
        }
        return lossy ? seconds + losses(key, 0, 1, path) : seconds;
    }

    /** Returns the time from the moment the answer leaves the site to its receipt. */
    double backSeconds(long key, int path, int service) {
        double seconds =
                leg(key, Draws.BACK, path * STRIDE) + responseBytes[service] * legs[path * STRIDE + SECONDS_PER_BYTE];
        if (slowStartRounds[service] > 0 && freshShare[service] > 0 && isFresh(key, service)) {
            int rounds = slowStartRounds[service];
            seconds += legs(key, Draws.SLOW_START_LEG, 2 * rounds, path) + losses(key, 3, rounds, path);
        }
        return seconds;
    }

    /**
     * {@link #outSeconds} for many first attempts: writes to {@code out} for each row. Row by row the processor would wait
     * for tables and for the exponential function; in loops that do nothing else it works on several rows at a time.
     */
    void outSeconds(long[] key, int[] route, double[] out, int from, int to) {
        legs(key, Draws.OUT, route, requestBytesOfSource, out, from, to);
        if (anyFresh) {
            addSetUps(key, route, out, from, to);
        }
        if (lossy) {
            for (int row = from; row < to; row++) {
                out[row] += losses(key[row], 0, 1, path(route[row]));
            }
        }
    }

    /** One leg per row, and the payload that is {@code bytes} by source. */
    private void legs(long[] key, long purpose, int[] route, double[] bytes, double[] seconds, int from, int to) {
        for (int row = from; row < to; row++) {
            seconds[row] = StandardTables.NORMAL.piece(Draws.bits(key[row], purpose));
        }
        double[] numbers = legs;
        int[] first = legsOfSource;
        for (int row = from; row < to; row++) {
            int source = sources.source(route[row]);
            int at = first[source] + sources.site(route[row]) * STRIDE;
            double varying = numbers[at + MEDIAN] * FastExp.within(numbers[at + SIGMA] * seconds[row]);
            seconds[row] = numbers[at + FIXED] + varying + bytes[source] * numbers[at + SECONDS_PER_BYTE];
        }
        for (int row = from; row < to; row++) {
            if (Double.isNaN(seconds[row])) {
                int path = path(route[row]);
                double payload = bytes[sources.source(route[row])] * numbers[path * STRIDE + SECONDS_PER_BYTE];
                seconds[row] = leg(key[row], purpose, path * STRIDE) + payload;
            }
        }
    }

    private void addSetUps(long[] key, int[] route, double[] out, int from, int to) {
        int count = findFresh(key, route, from, to);
        for (int i = 0; i < count; i++) {
            int row = fresh[i];
            int path = path(route[row]);
            out[row] += legs(key[row], Draws.SET_UP_LEG, SET_UP_LEGS, path) + losses(key[row], 1, 2, path);
        }
    }

    /** Lists the rows whose attempt needs a new connection, without a branch that the processor would guess wrong. */
    private int findFresh(long[] key, int[] route, int from, int to) {
        if (fresh.length < to) {
            fresh = new int[key.length];
        }
        int count = 0;
        for (int row = from; row < to; row++) {
            int service = sources.service[sources.source(route[row])];
            fresh[count] = row;
            count += isFresh(key[row], service) ? 1 : 0;
        }
        return count;
    }

    /** {@link #backSeconds} for many first attempts. */
    void backSeconds(long[] key, int[] route, double[] back, int count) {
        legs(key, Draws.BACK, route, responseBytesOfSource, back, 0, count);
        if (anySlowStart) {
            int found = findFresh(key, route, 0, count);
            for (int i = 0; i < found; i++) {
                addSlowStart(key, route, back, fresh[i]);
            }
        }
    }

    private void addSlowStart(long[] key, int[] route, double[] back, int row) {
        int rounds = slowStartRounds[sources.service[sources.source(route[row])]];
        if (rounds > 0) {
            int path = path(route[row]);
            back[row] += legs(key[row], Draws.SLOW_START_LEG, 2 * rounds, path) + losses(key[row], 3, rounds, path);
        }
    }

    private int path(int route) {
        return path(sources.endpoint[sources.source(route)], sources.site(route));
    }

    /** Returns the time a rejection or a refused connection takes to reach the device. */
    double refusalSeconds(long key, int path) {
        return leg(key, Draws.BACK, path * STRIDE);
    }

    private boolean isFresh(long key, int service) {
        return Draws.uniform(key, Draws.CONNECTION) < freshShare[service];
    }

    /** @param at where the path's numbers start in {@link #legs} */
    private double leg(long key, long purpose, int at) {
        double z = StandardTables.NORMAL.sample(Draws.bits(key, purpose));
        return legs[at + FIXED] + legs[at + MEDIAN] * FastExp.exp(legs[at + SIGMA] * z);
    }

    private double legs(long key, int first, int count, int path) {
        double seconds = 0;
        for (int i = 0; i < count; i++) {
            seconds += leg(key, Draws.purpose(first + i), path * STRIDE);
        }
        return seconds;
    }

    /** Waits for retransmissions in {@code count} round trips: after k losses in a row the timeout has doubled k times. */
    private double losses(long key, int first, int count, int path) {
        double p = legs[path * STRIDE + LOSS];
        if (!(p > 0)) {
            return 0;
        }
        double timeouts = 0;
        for (int i = 0; i < count; i++) {
            double u = Draws.uniform(key, Draws.purpose(Draws.LOSS + first + i));
            double threshold = p;
            for (int lost = 0; u < threshold && lost < MAX_LOSSES; lost++) {
                timeouts += 1L << lost;
                threshold *= p;
            }
        }
        return timeouts * paths.retransmissionTimeoutSeconds();
    }
}
