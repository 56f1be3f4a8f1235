package dev.multisite.requests;

import java.util.Arrays;
import java.util.BitSet;

import dev.multisite.random.FastSampler;
import dev.multisite.world.Routing;
import dev.multisite.world.World;

/**
 * One window. Time advances in batches of about two thousand requests, none of which reaches across a change of routing:
 * the batch's first attempts are drawn, sent and sorted by their arrival, then all arrivals are handled in the order of
 * time, merged with the retries.
 */
final class Simulation {

    private static final int BATCHES_PER_REPORT = 32;
    /** After the measured time only the rest of the measured requests matters, so steps are shorter. */
    private static final int DRAIN_BATCH = 128;

    private final World world;
    private final Routing routing;
    private final Sources sources;
    private final Window window;
    private final Recorder recorder;
    private final Sender sender;
    private final Network network;
    private final Arrivals arrivals;
    private final Batch batch = new Batch();
    private final Attempts retries = new Attempts();
    private final SiteQueue[] queues;
    private final FastSampler[] work;
    private final FastSampler[] patience;
    private final double[] secondsPerWork;
    private final boolean alone;
    private final boolean impatient;
    private Routing.Regime regime;
    private double regimeEnd;
    private boolean remoteData;
    private int[] source = new int[0];
    private long requests;

    Simulation(World world, Samplers samplers, Network network, Window window, long streamKey, RequestTally tally) {
        this.world = world;
        this.window = window;
        this.network = network;
        routing = world.routing();
        sources = network.sources();
        recorder = new Recorder(tally, window, world, sources);
        sender = new Sender(world, samplers, network, recorder, retries);
        arrivals = new Arrivals(world, window, streamKey);
        alone = window.mode() == Window.Mode.INDEPENDENT;
        work = samplers.work();
        patience = samplers.patience();
        impatient = !Arrays.stream(patience)
                .allMatch(sampler -> sampler.isConstant() && sampler.constant() == Double.POSITIVE_INFINITY);
        int sites = world.sites().size();
        queues = new SiteQueue[sites];
        secondsPerWork = new double[sites];
        for (int site = 0; site < sites; site++) {
            secondsPerWork[site] = 1 / world.sites().get(site).coreSpeed();
        }
        regime = routing.regime(0);
        regimeEnd = Double.NEGATIVE_INFINITY;
    }

    void run(RequestPlane.Progress progress) throws InterruptedException {
        double now = window.warmUpFromSeconds();
        long reported = 0;
        for (int batches = 1; !isOver(now); batches++) {
            now = advance(now);
            if (batches % BATCHES_PER_REPORT == 0) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                progress.advance(Math.min(now, world.endSeconds()), requests - reported);
                reported = requests;
            }
        }
        progress.advance(Math.min(now, world.endSeconds()), requests - reported);
        recorder.close();
        if (recorder.inFlight() != 0) {
            throw new IllegalStateException(
                    recorder.inFlight() + " requests are neither served nor failed nor under way");
        }
    }

    long requests() {
        return requests;
    }

    long neverEnding() {
        return recorder.neverEnding();
    }

    private boolean isOver(double now) {
        double until = window.measureUntilSeconds();
        boolean measured = now >= until && recorder.inFlight() == 0 && until < world.endSeconds();
        boolean empty = arrivals.nextStart() == Double.POSITIVE_INFINITY
                && batch.size() == 0
                && retries.firstTime() == Double.POSITIVE_INFINITY;
        return measured || empty;
    }

    /** Simulates one batch that starts {@code now}; returns its end. */
    private double advance(double now) {
        while (now >= regimeEnd) {
            enterRegime(now);
        }
        sender.advanceTo(now);
        recorder.open(now);
        boolean measuring = now < window.measureUntilSeconds();
        double until = measuring ? Math.min(regimeEnd, window.measureUntilSeconds()) : regimeEnd;
        int size = measuring ? Batch.CAPACITY : DRAIN_BATCH;
        batch.reserve(size);
        int first = batch.size();
        source = source.length < first + size ? new int[batch.start.length] : source;
        int end = arrivals.fill(until, batch.start, batch.key, source, first, first + size);
        double batchEnd = Math.min(until, arrivals.nextStart());
        requests += end - first;
        sender.send(batch, source, first, end);
        handle(batch.takeUntil(now, batchEnd), batchEnd);
        return batchEnd;
    }

    private void enterRegime(double now) {
        int index = routing.regimeAt(now);
        boolean last = index == routing.regimes() - 1;
        regimeEnd = last ? Double.POSITIVE_INFINITY : routing.regimeStart(index + 1);
        regime = routing.regime(index);
        remoteData = regime.remoteData();
        sender.enter(regime);
        openQueues(sender.sitesAsked());
    }

    /** A queue is made when its site may be asked for the first time: most are never asked in a window. */
    @SuppressWarnings("NullAway") // an array slot is empty until then
    private void openQueues(BitSet sites) {
        for (int site = sites.nextSetBit(0); site >= 0; site = sites.nextSetBit(site + 1)) {
            if (queues[site] == null) {
                queues[site] = new SiteQueue(world.sites().get(site), window, world.endSeconds(), impatient);
            }
        }
    }

    /** Handles all arrivals of the batch and all retries before {@code until}, in the order of time. */
    private void handle(int count, double until) {
        draw(count);
        int row = 0;
        while (row < count) {
            int next = alone ? row : serve(row, count, retries.firstTime());
            recorder.served(batch, row, next);
            row = next;
            if (row < count && retries.firstTime() < batch.sortedArrival[row]) {
                handleRetries(batch.sortedArrival[row]);
            } else if (row < count) {
                serveCarefully(row++);
            }
        }
        handleRetries(until);
    }

    /** Draws what does not depend on the queues, row by row, in loops that the processor can overlap. */
    private void draw(int count) {
        for (int row = 0; row < count; row++) {
            int route = batch.sortedRoute[row];
            FastSampler sampler = work[sources.service[sources.source(route)]];
            double drawn = sampler.piece(Draws.bits(batch.sortedKey[row], Draws.SERVICE));
            batch.work[row] = drawn * secondsPerWork[sources.site(route)];
        }
        for (int row = 0; row < count; row++) {
            if (Double.isNaN(batch.work[row])) {
                int route = batch.sortedRoute[row];
                int service = sources.service[sources.source(route)];
                batch.work[row] = work(batch.sortedKey[row], service, sources.site(route));
            }
        }
        network.backSeconds(batch.sortedKey, batch.sortedRoute, batch.back, count);
    }

    /**
     * Serves the attempts from {@code row} on for which that takes no more than a core; returns the first that may need
     * more. Calls nothing that is not inlined, so that the processor overlaps the rows.
     */
    private int serve(int row, int count, double nextRetry) {
        double[] arrivals = batch.sortedArrival;
        double[] starts = batch.sortedStart;
        int[] routes = batch.sortedRoute;
        for (int at = row; at < count; at++) {
            int site = sources.site(routes[at]);
            int from = sources.source(routes[at]);
            double arrival = arrivals[at];
            if (nextRetry < arrival) {
                return at;
            }
            double start = starts[at];
            double timeout = sources.timeout[from];
            SiteQueue queue = queues[site];
            double extra = remoteData ? recordsSeconds(batch.sortedKey[at], from, site, arrival) : 0;
            double leave = queue.certainLeave(arrival, batch.work[at], extra);
            double seconds = leave + batch.back[at] - start;
            if (!(seconds <= timeout && arrival - start < timeout)) {
                return at;
            }
            queue.serve();
            note(at, queue, seconds);
        }
        return count;
    }

    private void note(int row, SiteQueue queue, double seconds) {
        batch.begun[row] = queue.start;
        batch.finished[row] = queue.finish;
        batch.latency[row] = seconds;
    }

    private void serveCarefully(int row) {
        int route = batch.sortedRoute[row];
        int site = sources.site(route);
        int from = sources.source(route);
        double arrival = batch.sortedArrival[row];
        double leave = offer(batch.sortedKey[row], 0, from, site, arrival, batch.work[row]);
        double start = batch.sortedStart[row];
        double seconds = leave + batch.back[row] - start;
        double timeout = sources.timeout[from];
        if (leave > Double.NEGATIVE_INFINITY && seconds <= timeout && arrival - start < timeout) {
            note(row, queues[site], seconds);
            recorder.served(batch, row, row + 1);
        } else {
            end(row, leave);
        }
    }

    private void end(int row, double leave) {
        int route = batch.sortedRoute[row];
        int from = sources.source(route);
        double start = batch.sortedStart[row];
        double arrival = batch.sortedArrival[row];
        end(batch.sortedKey[row], from, 0, start, start, sources.site(route), arrival, leave, batch.back[row]);
    }

    private double work(long key, int service, int site) {
        return work[service].sample(Draws.bits(key, Draws.SERVICE)) * secondsPerWork[site];
    }

    private void handleRetries(double until) {
        while (retries.firstTime() < until) {
            double time = retries.firstTime();
            int slot = retries.pop();
            long key = retries.requestKey(slot);
            int source = retries.source(slot);
            int number = retries.number(slot);
            double firstStart = retries.firstStart(slot);
            int site = retries.site(slot);
            if (site == Attempts.TO_SEND) {
                double arrival = sender.send(key, source, number, firstStart, time);
                if (arrival < Double.POSITIVE_INFINITY) {
                    retries.add(arrival, key, firstStart, time, source, number, sender.sentTo());
                }
            } else {
                arriveAgain(key, source, number, firstStart, retries.attemptStart(slot), site, time);
            }
        }
    }

    private void arriveAgain(
            long requestKey, int source, int number, double firstStart, double start, int site, double arrival) {
        long key = Draws.attemptKey(requestKey, number);
        int service = sources.service[source];
        double seconds = work(key, service, site);
        double back = network.backSeconds(key, network.path(sources.endpoint[source], site), service);
        double leave = offer(requestKey, number, source, site, arrival, seconds);
        end(requestKey, source, number, firstStart, start, site, arrival, leave, back);
    }

    /** The attempt left the site at {@code leave}, or was lost there. */
    private void end(
            long requestKey,
            int source,
            int number,
            double firstStart,
            double start,
            int site,
            double arrival,
            double leave,
            double back) {
        SiteQueue queue = queues[site];
        boolean completed = leave > Double.NEGATIVE_INFINITY;
        int group = sources.group[source];
        if (completed) {
            recorder.completed(firstStart, group, site, queue.start, queue.start - arrival, queue.finish - queue.start);
        } else {
            recorder.lost(firstStart, group, site, queue);
        }
        if (sender.isGivenUp(source, start, arrival)) {
            return;
        }
        if (completed) {
            sender.answer(requestKey, source, number, firstStart, start, leave + back, site);
        } else {
            sender.loseInSite(requestKey, source, number, firstStart, start, site, queue);
        }
    }

    private double offer(long requestKey, int number, int source, int site, double arrival, double seconds) {
        double extra = remoteData ? recordsSeconds(requestKey, source, site, arrival) : 0;
        long key = Draws.attemptKey(requestKey, number);
        if (extra < Double.POSITIVE_INFINITY) {
            return offer(key, source, site, arrival, seconds, extra);
        }
        double leave = offer(key, source, site, arrival, seconds, 0);
        return leave > Double.NEGATIVE_INFINITY ? queues[site].recordsNotFound() : leave;
    }

    private double offer(long key, int source, int site, double arrival, double seconds, double extra) {
        SiteQueue queue = queues[site];
        if (alone) {
            return queue.offerAlone(arrival, seconds, extra, Draws.uniform(key, Draws.CORE));
        }
        return queue.offer(arrival, seconds, patience(key, source), extra);
    }

    /** Returns what a request waits for records of another site. */
    private double recordsSeconds(long requestKey, int source, int site, double arrival) {
        return regime.remoteDataSeconds(source, site, arrival, Draws.uniform(requestKey, Draws.RECORDS));
    }

    private double patience(long key, int source) {
        return impatient
                ? patience[sources.service[source]].sample(Draws.bits(key, Draws.PATIENCE))
                : Double.POSITIVE_INFINITY;
    }
}
