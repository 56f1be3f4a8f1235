package dev.multisite.requests;

import java.util.Arrays;
import java.util.BitSet;

import dev.multisite.random.FastSampler;
import dev.multisite.world.Intervals;
import dev.multisite.world.Outcome;
import dev.multisite.world.Routing;
import dev.multisite.world.ServiceTraffic;
import dev.multisite.world.SiteCapacity;
import dev.multisite.world.World;

/**
 * The device's side: picks a site for an attempt, sends it on its way, and decides what follows when it fails. Whether a
 * site takes requests when the attempt will reach it is known in advance, so attempts that meet a closed door never
 * become an event.
 */
final class Sender {

    private static final int DRAWN = -1;
    private static final int ODD = -2;

    private final World world;
    private final Network network;
    private final Recorder recorder;
    private final Attempts retries;
    private final Sources sources;
    private final int[] endpoint;
    private final int[] group;
    private final int[] service;
    /** By source. */
    private final double[] timeout;
    /** By service. */
    private final double[] hangs;

    private final double[] connectTimeout;
    private final int[] maxRetries;
    private final double[] backoffMultiplier;
    private final FastSampler[] backoff;
    private final double[] clearUntil;
    private final boolean neverGivesUp;
    private Routing.Regime regime;
    private int[][] choices = new int[0][];
    private double[][] shares = new double[0][];
    /** The site of the first attempt of a source; {@link #DRAWN} if it is drawn, {@link #ODD} if there is none or the path is cut. */
    private final int[] direct;

    private final BitSet sitesAsked = new BitSet();
    private int[] odd = new int[0];
    private boolean disturbed;
    /** No site is closed and no device gives up. */
    private boolean calm;

    private int sentTo;

    Sender(World world, Samplers samplers, Network network, Recorder recorder, Attempts retries) {
        this.world = world;
        this.network = network;
        this.recorder = recorder;
        this.retries = retries;
        sources = network.sources();
        endpoint = sources.endpoint;
        group = sources.group;
        service = sources.service;
        timeout = sources.timeout;
        direct = new int[endpoint.length];
        connectTimeout = each(ServiceTraffic::connectTimeoutSeconds);
        hangs = each(traffic -> Math.min(traffic.timeoutSeconds(), traffic.connectTimeoutSeconds()));
        backoffMultiplier = each(ServiceTraffic::backoffMultiplier);
        maxRetries =
                world.services().stream().mapToInt(ServiceTraffic::maxRetries).toArray();
        backoff = samplers.backoff();
        clearUntil = new double[world.sites().size()];
        neverGivesUp = Arrays.stream(timeout).allMatch(seconds -> seconds == Double.POSITIVE_INFINITY);
        regime = world.routing().regime(0);
    }

    private double[] each(java.util.function.ToDoubleFunction<ServiceTraffic> property) {
        return world.services().stream().mapToDouble(property).toArray();
    }

    private int path(int source, int site) {
        return network.path(endpoint[source], site);
    }

    /** Routes by {@code newRegime} from now on. */
    void enter(Routing.Regime newRegime) {
        regime = newRegime;
        disturbed = newRegime.pathsDisturbed();
        choices = new int[endpoint.length][];
        shares = new double[endpoint.length][];
        for (int source = 0; source < endpoint.length; source++) {
            choices[source] = newRegime.choices(source);
            shares[source] = newRegime.cumulativeShares(source);
            direct[source] = direct(source);
            for (int site : choices[source]) {
                sitesAsked.set(site);
            }
        }
        network.enter(newRegime);
    }

    /** Returns the sites that attempts may go to, those of earlier regimes included. */
    BitSet sitesAsked() {
        return sitesAsked;
    }

    private int direct(int source) {
        int[] sites = choices[source];
        boolean weighted = sites.length > 1 && shares[source].length > 0;
        if (sites.length == 0 || (disturbed && (weighted || regime.pathDown(endpoint[source], sites[0])))) {
            return ODD;
        }
        return weighted ? DRAWN : sites[0];
    }

    /** Nothing is sent before {@code now} any more. */
    void advanceTo(double now) {
        calm = neverGivesUp;
        for (int site = 0; site < clearUntil.length; site++) {
            SiteCapacity capacity = world.sites().get(site);
            clearUntil[site] = Math.min(clearUntil(capacity.outages(), now), clearUntil(capacity.closures(), now));
            calm &= clearUntil[site] == Double.POSITIVE_INFINITY;
        }
    }

    private static double clearUntil(Intervals intervals, double now) {
        int at = intervals.indexAtOrBefore(now);
        if (at >= 0 && now < intervals.until(at)) {
            return Double.NEGATIVE_INFINITY;
        }
        return at + 1 < intervals.size() ? intervals.from(at + 1) : Double.POSITIVE_INFINITY;
    }

    /**
     * Sends the first attempts in the rows of {@code batch} from {@code first} to before {@code end}. Those that reach no
     * site leave the batch; what follows for them is arranged for.
     */
    void send(Batch batch, int[] source, int first, int end) {
        int odds = route(batch, source, first, end);
        network.outSeconds(batch.key, batch.route, batch.arrival, first, end);
        for (int row = first; row < end; row++) {
            batch.arrival[row] += batch.start[row];
        }
        int from = first;
        for (int i = 0; i < odds; i++) {
            batch.arrival[odd[i]] = Double.POSITIVE_INFINITY;
            recorder.started(batch.start[odd[i]], group[source[odd[i]]]);
            recorder.sent(batch, from, odd[i]);
            from = odd[i] + 1;
        }
        recorder.sent(batch, from, end);
        batch.keepUntil(calm && odds == 0 ? end : keepThoseThatArrive(batch, first, end));
    }

    /** Chooses the sites; returns how many rows are listed as odd. */
    private int route(Batch batch, int[] source, int first, int end) {
        if (odd.length < end) {
            odd = new int[batch.key.length];
        }
        int odds = 0;
        for (int row = first; row < end; row++) {
            int from = source[row];
            int site = direct[from];
            if (site == DRAWN) {
                site = choose(batch.key[row], from, 0, choices[from]);
            } else if (site == ODD) {
                site = 0;
                odd[odds++] = row;
            }
            batch.route[row] = sources.pack(from, site);
        }
        return odds;
    }

    private int keepThoseThatArrive(Batch batch, int first, int end) {
        int kept = first;
        for (int row = first; row < end; row++) {
            int source = sources.source(batch.route[row]);
            double arrival = batch.arrival[row];
            boolean unclear = arrival >= clearUntil[sources.site(batch.route[row])];
            if (unclear || arrival - batch.start[row] >= timeout[source]) {
                arrival = sendCarefully(batch, row, source);
            }
            if (arrival < Double.POSITIVE_INFINITY) {
                batch.move(row, kept++);
            }
        }
        return kept;
    }

    private double sendCarefully(Batch batch, int row, int source) {
        double start = batch.start[row];
        long key = batch.key[row];
        if (batch.arrival[row] == Double.POSITIVE_INFINITY) {
            batch.arrival[row] = send(key, source, 0, start, start);
            batch.route[row] = sources.pack(source, sentTo);
        } else {
            sentTo = sources.site(batch.route[row]);
            batch.arrival[row] = arrival(key, source, 0, start, start, batch.arrival[row]);
        }
        return batch.arrival[row];
    }

    /**
     * Sends an attempt.
     *
     * @param number 0 for the first attempt
     * @return when it reaches the site {@link #sentTo}; NaN if it reaches none: then what follows is arranged for
     */
    double send(long requestKey, int source, int number, double firstStart, double start) {
        int[] sites = choices[source];
        if (sites.length == 0) {
            recorder.failed(firstStart, group[source], regime.emptyCause(source));
            return Double.NaN;
        }
        recorder.attempted(firstStart, group[source]);
        int site = sites.length == 1 ? sites[0] : choose(requestKey, source, number, sites);
        sentTo = site;
        if (disturbed && regime.pathDown(endpoint[source], site)) {
            double gaveUp = start + hangs[service[source]];
            fail(requestKey, source, number, firstStart, start, gaveUp, Outcome.NETWORK);
            return Double.NaN;
        }
        long key = Draws.attemptKey(requestKey, number);
        double arrival = start + network.outSeconds(key, path(source, site), service[source]);
        return arrival(requestKey, source, number, firstStart, start, arrival);
    }

    /** Returns {@code arrival}, or NaN if the site {@link #sentTo} takes no requests then. */
    private double arrival(long requestKey, int source, int number, double firstStart, double start, double arrival) {
        if (arrival >= clearUntil[sentTo] && isTurnedAway(requestKey, source, number, firstStart, start, arrival)) {
            return Double.NaN;
        }
        if (isGivenUp(source, start, arrival)) {
            giveUp(requestKey, source, number, firstStart, start);
        }
        return arrival;
    }

    /** Returns the site that the attempt sent last goes to. */
    int sentTo() {
        return sentTo;
    }

    private int choose(long requestKey, int source, int number, int[] sites) {
        double[] cumulative = shares[source];
        int first = 0;
        if (cumulative.length > 0) {
            double u = Draws.uniform(requestKey, Draws.CHOICE);
            while (first < cumulative.length - 1 && u >= cumulative[first]) {
                first++;
            }
        }
        return sites[(int) (((long) first + number) % sites.length)];
    }

    private boolean isTurnedAway(
            long requestKey, int source, int number, double firstStart, double start, double arrival) {
        SiteCapacity site = world.sites().get(sentTo);
        boolean down = site.outages().contains(arrival);
        if (!down && !site.closures().contains(arrival)) {
            return false;
        }
        boolean hanging = down && !site.refuses().get(site.outages().indexAtOrBefore(arrival));
        if (!hanging && isGivenUp(source, start, arrival)) {
            giveUp(requestKey, source, number, firstStart, start);
            return true;
        }
        long key = Draws.attemptKey(requestKey, number);
        double heard =
                hanging ? start + hangs[service[source]] : arrival + network.refusalSeconds(key, path(source, sentTo));
        fail(requestKey, source, number, firstStart, start, heard, Outcome.SITE_DOWN);
        return true;
    }

    /** Returns whether the device has given up an attempt by the time it reaches the site. */
    boolean isGivenUp(int source, double start, double arrival) {
        return arrival - start >= timeout[source];
    }

    /** The device stops waiting for the attempt at its timeout. */
    void giveUp(long requestKey, int source, int number, double firstStart, double start) {
        double when = start + timeout[source];
        fail(requestKey, source, number, firstStart, start, when, Outcome.TIMEOUT);
    }

    /** The answer arrives {@code receipt}: in time or not. */
    void answer(long requestKey, int source, int number, double firstStart, double start, double receipt, int site) {
        if (receipt - start <= timeout[source]) {
            recorder.served(firstStart, group[source], site, receipt - firstStart);
        } else {
            giveUp(requestKey, source, number, firstStart, start);
        }
    }

    /** The attempt got lost in {@code site} at {@code when}. */
    void loseInSite(
            long requestKey, int source, int number, double firstStart, double start, int site, SiteQueue queue) {
        double when = queue.lostAt;
        if (when - start >= timeout[source]) {
            giveUp(requestKey, source, number, firstStart, start);
            return;
        }
        double heard;
        if (queue.cause == Outcome.SITE_DOWN
                && !queue.tells
                && !refusesAt(world.sites().get(site), when)) {
            double limit = timeout[source];
            heard = limit < Double.POSITIVE_INFINITY ? start + limit : when + connectTimeout[service[source]];
        } else {
            long key = Draws.attemptKey(requestKey, number);
            heard = when + network.refusalSeconds(key, path(source, site));
        }
        fail(requestKey, source, number, firstStart, start, heard, queue.cause);
    }

    private static boolean refusesAt(SiteCapacity site, double when) {
        return site.outages().contains(when)
                && site.refuses().get(site.outages().indexAtOrBefore(when));
    }

    /** The device learns at {@code heard}, or by its timeout, that the attempt failed, and tries again or gives up. */
    private void fail(
            long requestKey, int source, int number, double firstStart, double start, double heard, Outcome cause) {
        int served = service[source];
        double when = Math.min(heard, start + timeout[source]);
        if (when == Double.POSITIVE_INFINITY) {
            recorder.neverEnds(firstStart);
        } else if (number >= maxRetries[served]) {
            recorder.failed(firstStart, group[source], cause);
        } else {
            retry(requestKey, source, number, firstStart, when);
        }
    }

    private void retry(long requestKey, int source, int number, double firstStart, double when) {
        int served = service[source];
        double pause = backoff[served].sample(Draws.bits(Draws.attemptKey(requestKey, number), Draws.BACKOFF));
        if (backoffMultiplier[served] != 1) {
            pause *= StrictMath.pow(backoffMultiplier[served], number);
        }
        double next = when + pause;
        boolean forEver = maxRetries[served] == Integer.MAX_VALUE && next >= world.endSeconds();
        if (forEver || next == Double.POSITIVE_INFINITY) {
            recorder.neverEnds(firstStart);
        } else {
            retries.add(next, requestKey, firstStart, next, source, number + 1, Attempts.TO_SEND);
        }
    }
}
