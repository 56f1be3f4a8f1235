package dev.multisite.requests;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

import org.jspecify.annotations.Nullable;

import dev.multisite.random.FastSampler;
import dev.multisite.world.Intervals;
import dev.multisite.world.Outcome;
import dev.multisite.world.ServiceTraffic;
import dev.multisite.world.SiteCapacity;
import dev.multisite.world.World;

/**
 * The textbook simulator that the request plane is compared with: one event list for everything that happens (departures,
 * timeouts, abandonments, failures and repairs of hosts and sites), explicit queues, explicit cores. It shares the random
 * draws of a request with the plane, and nothing of what follows from them.
 */
final class EventListSimulator {

    final Map<Long, String> results = new HashMap<>();
    final double[] busyCoreSeconds;
    final double[] waitSeconds;
    final long[] completed;
    private final World world;
    private final Network network;
    private final Samplers samplers;
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final List<Site> sites = new ArrayList<>();
    private double now;
    private long sequence;

    EventListSimulator(World world) {
        this.world = world;
        network = new Network(world);
        samplers = new Samplers(world.services(), FastSampler::of);
        busyCoreSeconds = new double[world.sites().size()];
        waitSeconds = new double[world.sites().size()];
        completed = new long[world.sites().size()];
        for (int i = 0; i < world.sites().size(); i++) {
            sites.add(new Site(i, world.sites().get(i)));
        }
    }

    private record Event(double time, long sequence, Runnable action) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            int byTime = Double.compare(time, other.time);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }
    }

    private void at(double time, Runnable action) {
        if (time < Double.POSITIVE_INFINITY) {
            events.add(new Event(time, sequence++, action));
        }
    }

    void run(Window window, long streamKey) {
        Arrivals arrivals = new Arrivals(world, window, streamKey);
        double[] start = new double[1];
        long[] key = new long[1];
        int[] source = new int[1];
        while (arrivals.fill(Double.POSITIVE_INFINITY, start, key, source, 0, 1) == 1) {
            Request request = new Request(key[0], source[0], start[0]);
            at(request.start, () -> send(request, 0));
        }
        while (!events.isEmpty()) {
            Event event = events.poll();
            now = event.time;
            event.action.run();
        }
    }

    private record Request(long key, int source, double start) {}

    private final class Attempt {
        final Request request;
        final int number;
        final long key;
        final double start = now;
        final ServiceTraffic service;
        final int serviceIndex;
        int site;
        boolean ended;
        /** What has befallen the attempt by now. */
        Outcome befell = Outcome.TIMEOUT;

        double enteredAt;

        Attempt(Request request, int number) {
            this.request = request;
            this.number = number;
            key = Draws.attemptKey(request.key, number);
            serviceIndex = world.groups()
                    .get(world.sources().get(request.source).group())
                    .service();
            service = world.services().get(serviceIndex);
        }

        int path() {
            return network.path(world.sources().get(request.source).endpoint(), site);
        }

        void fail() {
            if (ended) {
                return;
            }
            ended = true;
            if (number >= service.maxRetries()) {
                results.put(request.key, befell.toString());
                return;
            }
            double pause = samplers.backoff()[serviceIndex].sample(Draws.bits(key, Draws.BACKOFF))
                    * StrictMath.pow(service.backoffMultiplier(), number);
            if (service.maxRetries() < Integer.MAX_VALUE || now + pause < world.endSeconds()) {
                at(now + pause, () -> send(request, number + 1));
            }
        }

        void failWith(Outcome cause) {
            befell = cause;
            fail();
        }

        void serve() {
            if (!ended) {
                ended = true;
                results.put(request.key, "served by " + site + " in " + (now - request.start));
            }
        }
    }

    private void send(Request request, int number) {
        var regime = world.routing().regime(world.routing().regimeAt(now));
        network.enter(regime);
        int[] choices = regime.choices(request.source);
        if (choices.length == 0) {
            results.put(request.key, regime.emptyCause(request.source).toString());
            return;
        }
        Attempt attempt = new Attempt(request, number);
        int first = 0;
        double[] shares = regime.cumulativeShares(request.source);
        if (shares.length > 0) {
            double u = Draws.uniform(request.key, Draws.CHOICE);
            while (u >= shares[first]) {
                first++;
            }
        }
        attempt.site = choices[(first + number) % choices.length];
        at(now + attempt.service.timeoutSeconds(), attempt::fail);
        int endpoint = world.sources().get(request.source).endpoint();
        if (regime.pathsDisturbed() && regime.pathDown(endpoint, attempt.site)) {
            attempt.befell = Outcome.NETWORK;
            at(now + attempt.service.connectTimeoutSeconds(), attempt::fail);
            return;
        }
        double arrival = now + network.outSeconds(attempt.key, attempt.path(), attempt.serviceIndex);
        SiteCapacity site = world.sites().get(attempt.site);
        if (holds(site, arrival, false)) {
            attempt.befell = Outcome.SITE_DOWN;
            at(now + attempt.service.connectTimeoutSeconds(), attempt::fail);
            return;
        }
        at(arrival, () -> sites.get(attempt.site).arrive(attempt));
    }

    private void enterNetwork(double time) {
        network.enter(world.routing().regime(world.routing().regimeAt(time)));
    }

    private static boolean holds(SiteCapacity site, double time, boolean refusing) {
        Intervals outages = site.outages();
        for (int i = 0; i < outages.size(); i++) {
            if (time >= outages.from(i) && time < outages.until(i)) {
                return site.refuses().get(i) == refusing;
            }
        }
        return false;
    }

    private static final class Core {
        final SiteCapacity.HostSpan host;
        boolean hostUp;
        double idleSince;

        @Nullable
        Attempt working;

        boolean free;
        /** Changes when the work in hand ends early, so that its end does not count. */
        int epoch;

        double begun;

        Core(SiteCapacity.HostSpan host) {
            this.host = host;
        }
    }

    private final class Site {
        final int index;
        final SiteCapacity capacity;
        final List<Core> cores = new ArrayList<>();
        final List<Attempt> queue = new ArrayList<>();
        final List<Attempt> leaving = new ArrayList<>();
        boolean up = true;

        Site(int index, SiteCapacity capacity) {
            this.index = index;
            this.capacity = capacity;
            for (SiteCapacity.HostSpan host : capacity.hosts()) {
                for (int i = 0; i < host.cores(); i++) {
                    Core core = new Core(host);
                    cores.add(core);
                    core.free = true;
                    for (int k = 0; k < host.up().size(); k++) {
                        int interval = k;
                        at(host.up().from(k), () -> hostUp(core));
                        double until = host.up().until(k);
                        at(
                                until >= world.endSeconds() ? Double.POSITIVE_INFINITY : until,
                                () -> hostDown(core, interval));
                    }
                }
            }
            for (int k = 0; k < capacity.outages().size(); k++) {
                int outage = k;
                at(capacity.outages().from(k), () -> down(outage));
                at(capacity.outages().until(k), this::comeUp);
            }
        }

        void hostUp(Core core) {
            core.hostUp = true;
            if (core.free) {
                core.idleSince = now;
            }
            dispatch();
        }

        void hostDown(Core core, int interval) {
            core.hostUp = false;
            boolean begunBefore = core.begun < core.host.up().from(interval);
            Attempt lost = core.working;
            if (lost != null
                    && !core.free
                    && !begunBefore
                    && !core.host.endsGracefully().get(interval)) {
                busyCoreSeconds[index] += now - core.begun;
                core.free = true;
                core.epoch++;
                lose(lost, false);
            }
        }

        void down(int outage) {
            up = false;
            boolean refuses = capacity.refuses().get(outage);
            for (Core core : cores) {
                Attempt lost = core.working;
                if (lost != null && !core.free) {
                    busyCoreSeconds[index] += now - core.begun;
                    core.free = true;
                    core.epoch++;
                    lose(lost, refuses);
                }
            }
            List<Attempt> inside = new ArrayList<>(queue);
            inside.addAll(leaving);
            queue.clear();
            leaving.clear();
            inside.forEach(attempt -> lose(attempt, refuses));
        }

        void comeUp() {
            up = true;
            for (Core core : cores) {
                core.idleSince = now;
            }
        }

        void lose(Attempt attempt, boolean refuses) {
            attempt.befell = attempt.ended ? attempt.befell : Outcome.SITE_DOWN;
            if (refuses) {
                enterNetwork(attempt.enteredAt);
                at(now + network.refusalSeconds(attempt.key, attempt.path()), attempt::fail);
            } else if (attempt.service.timeoutSeconds() == Double.POSITIVE_INFINITY) {
                at(now + attempt.service.connectTimeoutSeconds(), attempt::fail);
            }
        }

        void arrive(Attempt attempt) {
            if (holds(capacity, now, true) || capacity.closures().contains(now)) {
                refuse(attempt, Outcome.SITE_DOWN, attempt.start);
                return;
            }
            attempt.enteredAt = now;
            queue.add(attempt);
            dispatch();
            if (!queue.contains(attempt)) {
                return;
            }
            if (queue.size() - 1 >= capacity.queueLimit()) {
                queue.remove(attempt);
                refuse(attempt, Outcome.REJECTED, now);
                return;
            }
            double patience = samplers.patience()[attempt.serviceIndex].sample(Draws.bits(attempt.key, Draws.PATIENCE));
            at(now + patience, () -> {
                if (queue.remove(attempt)) {
                    refuse(attempt, Outcome.TIMEOUT, attempt.enteredAt);
                }
            });
        }

        /** The news travels back under the path states of {@code pathTime}. */
        void refuse(Attempt attempt, Outcome cause, double pathTime) {
            enterNetwork(pathTime);
            attempt.befell = attempt.ended ? attempt.befell : cause;
            at(now + network.refusalSeconds(attempt.key, attempt.path()), () -> attempt.failWith(cause));
        }

        void dispatch() {
            while (up && !queue.isEmpty()) {
                Core best = null;
                for (Core core : cores) {
                    if (core.free && core.hostUp && (best == null || core.idleSince < best.idleSince)) {
                        best = core;
                    }
                }
                if (best == null) {
                    return;
                }
                begin(best, queue.remove(0));
            }
        }

        void begin(Core core, Attempt attempt) {
            waitSeconds[index] += now - attempt.enteredAt;
            core.free = false;
            core.working = attempt;
            core.begun = now;
            int epoch = ++core.epoch;
            double work = samplers.work()[attempt.serviceIndex].sample(Draws.bits(attempt.key, Draws.SERVICE))
                    * (1 / capacity.coreSpeed());
            var regime = world.routing().regime(world.routing().regimeAt(attempt.enteredAt));
            double which = Draws.uniform(attempt.request.key, Draws.RECORDS);
            double extra = regime.remoteData()
                    ? regime.remoteDataSeconds(attempt.request.source, index, attempt.enteredAt, which)
                    : 0;
            at(now + work, () -> {
                if (core.epoch == epoch) {
                    finish(core, attempt, extra, regime);
                }
            });
        }

        void finish(Core core, Attempt attempt, double extra, dev.multisite.world.Routing.Regime regime) {
            busyCoreSeconds[index] += now - core.begun;
            core.free = true;
            core.idleSince = now;
            if (extra == Double.POSITIVE_INFINITY) {
                refuse(attempt, Outcome.SITE_DOWN, attempt.enteredAt);
                dispatch();
                return;
            }
            leaving.add(attempt);
            if (extra > 0) {
                at(now + extra, () -> leave(attempt, regime));
            } else {
                leave(attempt, regime);
            }
            dispatch();
        }

        void leave(Attempt attempt, dev.multisite.world.Routing.Regime regime) {
            if (leaving.remove(attempt)) {
                completed[index]++;
                network.enter(regime);
                at(now + network.backSeconds(attempt.key, attempt.path(), attempt.serviceIndex), attempt::serve);
            }
        }
    }
}
