package dev.multisite.requests;

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

    private final int sites;
    private final PathTable paths;
    private final double[] fixed;
    private final double[] median;
    private final double[] sigma;
    private final double[] loss;
    private final double[] secondsPerByte;
    private final double[] requestBytes;
    private final double[] responseBytes;
    private final double[] freshShare;
    private final int[] slowStartRounds;
    private boolean disturbed;

    Network(World world) {
        paths = world.paths();
        sites = paths.sites();
        int size = paths.endpoints() * sites;
        fixed = new double[size];
        median = new double[size];
        sigma = new double[size];
        loss = new double[size];
        secondsPerByte = new double[size];
        for (int path = 0; path < size; path++) {
            int endpoint = path / sites;
            int site = path % sites;
            median[path] = paths.medianLegSeconds(endpoint, site);
            sigma[path] = paths.sigma(endpoint, site);
            secondsPerByte[path] = 1 / paths.bytesPerSecond(endpoint, site);
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
        for (int path = 0; path < fixed.length; path++) {
            fixed[path] = paths.floorLegSeconds(path / sites, path % sites);
            loss[path] = paths.loss(path / sites, path % sites);
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
            for (int path = 0; path < fixed.length; path++) {
                fixed[path] += regime.extraLegSeconds(path / sites, path % sites);
                loss[path] = Math.min(1, loss[path] + regime.extraLoss(path / sites, path % sites));
            }
        }
    }

    int path(int endpoint, int site) {
        return endpoint * sites + site;
    }

    /** Returns the time from the start of the attempt with key {@code key} to its arrival at the site. */
    double outSeconds(long key, int path, int service) {
        double seconds = leg(key, Draws.OUT, path) + requestBytes[service] * secondsPerByte[path];
        if (freshShare[service] > 0 && isFresh(key, service)) {
            seconds += legs(key, Draws.SET_UP_LEG, SET_UP_LEGS, path) + losses(key, 1, 2, path);
        }
        return loss[path] > 0 ? seconds + losses(key, 0, 1, path) : seconds;
    }

    /** Returns the time from the moment the answer leaves the site to its receipt. */
    double backSeconds(long key, int path, int service) {
        double seconds = leg(key, Draws.BACK, path) + responseBytes[service] * secondsPerByte[path];
        if (slowStartRounds[service] > 0 && freshShare[service] > 0 && isFresh(key, service)) {
            int rounds = slowStartRounds[service];
            seconds += legs(key, Draws.SLOW_START_LEG, 2 * rounds, path) + losses(key, 3, rounds, path);
        }
        return seconds;
    }

    /** Returns the time a rejection or a refused connection takes to reach the device. */
    double refusalSeconds(long key, int path) {
        return leg(key, Draws.BACK, path);
    }

    private boolean isFresh(long key, int service) {
        return Draws.uniform(key, Draws.CONNECTION) < freshShare[service];
    }

    private double leg(long key, long purpose, int path) {
        double z = StandardTables.NORMAL.sample(Draws.bits(key, purpose));
        return fixed[path] + median[path] * FastExp.exp(sigma[path] * z);
    }

    private double legs(long key, int first, int count, int path) {
        double seconds = 0;
        for (int i = 0; i < count; i++) {
            seconds += leg(key, Draws.purpose(first + i), path);
        }
        return seconds;
    }

    /** Waits for retransmissions in {@code count} round trips: after k losses in a row the timeout has doubled k times. */
    private double losses(long key, int first, int count, int path) {
        double p = loss[path];
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
