package dev.multisite.requests;

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
        for (int row = 0; row < count; row++) {
            double arrival = batch.sortedArrival[row];
            if (retries.firstTime() < arrival) {
                handleRetries(arrival);
            }
            double start = batch.sortedStart[row];
            int source = batch.sortedSource[row];
            arrive(batch.sortedKey[row], source, 0, start, start, batch.sortedSite[row], arrival);
        }
        handleRetries(until);
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
                arrive(key, source, number, firstStart, retries.attemptStart(slot), site, time);
            }
        }
    }

    private void arrive(
            long requestKey, int source, int number, double firstStart, double start, int site, double arrival) {
        int service = sender.service(source);
        long key = Draws.attemptKey(requestKey, number);
        SiteQueue queue = queues[site];
        double extra = remoteData ? regime.remoteDataSeconds(source, site) : 0;
        double leave = offer(queue, key, service, arrival, secondsPerWork[site], extra);
        boolean completed = leave > Double.NEGATIVE_INFINITY;
        recorder.offered(firstStart, sender.group(source), site, queue, completed);
        if (sender.isGivenUp(source, start, arrival)) {
            return;
        }
        if (completed) {
            double receipt = leave + network.backSeconds(key, sender.path(source, site), service);
            sender.answer(requestKey, source, number, firstStart, start, receipt, site);
        } else {
            sender.loseInSite(requestKey, source, number, firstStart, start, site, queue);
        }
    }

    private double offer(SiteQueue queue, long key, int service, double arrival, double perWork, double extra) {
        double seconds = work[service].sample(Draws.bits(key, Draws.SERVICE)) * perWork;
        if (alone) {
            return queue.offerAlone(arrival, seconds, extra, Draws.uniform(key, Draws.CORE));
        }
        FastSampler patient = patience[service];
        double staying = patient.isConstant() ? patient.constant() : patient.sample(Draws.bits(key, Draws.PATIENCE));
        return queue.offer(arrival, seconds, staying, extra);
    }
}
