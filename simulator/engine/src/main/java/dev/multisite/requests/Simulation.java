package dev.multisite.requests;

import java.util.Arrays;

import dev.multisite.random.FastSampler;
import dev.multisite.world.Routing;
import dev.multisite.world.SiteCapacity;
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
    private long requests;

    Simulation(World world, Samplers samplers, Network network, Window window, long streamKey, RequestTally tally) {
        this.world = world;
        this.window = window;
        this.network = network;
        routing = world.routing();
        recorder = new Recorder(tally, window, world);
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
            SiteCapacity capacity = world.sites().get(site);
            queues[site] = new SiteQueue(capacity, window, world.endSeconds());
            secondsPerWork[site] = 1 / capacity.coreSpeed();
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
        int end = arrivals.fill(until, batch.start, batch.key, batch.source, first, first + size);
        double batchEnd = Math.min(until, arrivals.nextStart());
        sendFirstAttempts(first, end);
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
    }

    private void sendFirstAttempts(int first, int end) {
        requests += end - first;
        for (int row = first; row < end; row++) {
            double start = batch.start[row];
            int source = batch.source[row];
            recorder.started(start, sender.group(source));
            double arrival = sender.send(batch.key[row], source, 0, start, start);
            if (arrival < Double.POSITIVE_INFINITY) {
                batch.keep(row, arrival, sender.sentTo());
            }
        }
    }

    /** Handles all arrivals of the batch and all retries before {@code until}, in the order of time. */
    private void handle(int count, double until) {
        prepare(count);
        for (int row = 0; row < count; row++) {
            double arrival = batch.sortedArrival[row];
            if (retries.firstTime() < arrival) {
                handleRetries(arrival);
            }
            double start = batch.sortedStart[row];
            int source = batch.sortedSource[row];
            int site = batch.sortedSite[row];
            arrive(batch.sortedKey[row], source, 0, start, start, site, arrival, batch.work[row], batch.back[row]);
        }
        handleRetries(until);
    }

    /** Draws what does not depend on the queues, row by row, in a loop that the processor can overlap. */
    private void prepare(int count) {
        for (int row = 0; row < count; row++) {
            int service = sender.service(batch.sortedSource[row]);
            batch.work[row] = work(batch.sortedKey[row], service, batch.sortedSite[row]);
        }
        for (int row = 0; row < count; row++) {
            int source = batch.sortedSource[row];
            int path = sender.path(source, batch.sortedSite[row]);
            batch.back[row] = network.backSeconds(batch.sortedKey[row], path, sender.service(source));
        }
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
        int service = sender.service(source);
        double seconds = work(key, service, site);
        double back = network.backSeconds(key, sender.path(source, site), service);
        arrive(requestKey, source, number, firstStart, start, site, arrival, seconds, back);
    }

    private void arrive(
            long requestKey,
            int source,
            int number,
            double firstStart,
            double start,
            int site,
            double arrival,
            double seconds,
            double back) {
        SiteQueue queue = queues[site];
        double extra = remoteData ? regime.remoteDataSeconds(source, site) : 0;
        double leave = alone || impatient
                ? offer(queue, Draws.attemptKey(requestKey, number), sender.service(source), arrival, seconds, extra)
                : queue.offer(arrival, seconds, Double.POSITIVE_INFINITY, extra);
        boolean completed = leave > Double.NEGATIVE_INFINITY;
        recorder.offered(firstStart, sender.group(source), site, queue, completed);
        if (sender.isGivenUp(source, start, arrival)) {
            return;
        }
        if (completed) {
            sender.answer(requestKey, source, number, firstStart, start, leave + back, site);
        } else {
            sender.loseInSite(requestKey, source, number, firstStart, start, site, queue);
        }
    }

    private double offer(SiteQueue queue, long key, int service, double arrival, double seconds, double extra) {
        if (alone) {
            return queue.offerAlone(arrival, seconds, extra, Draws.uniform(key, Draws.CORE));
        }
        return queue.offer(arrival, seconds, patience[service].sample(Draws.bits(key, Draws.PATIENCE)), extra);
    }
}
