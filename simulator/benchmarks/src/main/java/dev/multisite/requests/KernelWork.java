package dev.multisite.requests;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.SplittableRandom;

import org.cloudsimplus.core.CloudSimEntity;
import org.cloudsimplus.core.CloudSimPlus;
import org.cloudsimplus.core.events.SimEvent;

/** W on the event kernel of CloudSim Plus alone: one entity, an event per arrival and departure, no cloudlets. */
final class KernelWork implements Contestant {

    private final int requests;

    KernelWork(int requests) {
        this.requests = requests;
    }

    @Override
    public String name() {
        return "CloudSim Plus 8.5.7, kernel events";
    }

    @Override
    public int requests() {
        return requests;
    }

    @Override
    public Run run(long seed) {
        CloudSimPlus simulation = new CloudSimPlus();
        Sites sites = new Sites(simulation, new PeerDraws(seed), ReferenceWork.endSeconds(requests));
        simulation.start();
        return new Run(sites.served, sites.sumSeconds / sites.served);
    }

    private record Request(int country, double sent) {}

    private static final class Sites extends CloudSimEntity {

        private static final int CANDIDATE = 20_001;
        private static final int ARRIVAL = 20_002;
        private static final int DEPARTURE = 20_003;

        private final PeerDraws draws;
        private final double end;
        private final int[] idle = ReferenceWork.CORES.clone();
        private final ArrayDeque<Request>[] queues;
        private long served;
        private double sumSeconds;

        @SuppressWarnings({"unchecked", "rawtypes"})
        private Sites(CloudSimPlus simulation, PeerDraws draws, double end) {
            super(simulation);
            this.draws = draws;
            this.end = end;
            queues = new ArrayDeque[idle.length];
            Arrays.setAll(queues, site -> new ArrayDeque<>());
        }

        @Override
        protected void startInternal() {
            for (int country = 0; country < ReferenceWork.SHARE.length; country++) {
                scheduleNext(country, 0);
            }
        }

        private void scheduleNext(int country, double now) {
            double gap = draws.gap(country);
            if (now + gap < end) {
                schedule(gap, CANDIDATE, country);
            }
        }

        @Override
        public void processEvent(SimEvent event) {
            switch (event.getTag()) {
                case CANDIDATE -> send((Integer) event.getData(), event.getTime());
                case ARRIVAL -> arrive((Request) event.getData());
                case DEPARTURE -> depart((Request) event.getData(), event.getTime());
                default -> {}
            }
        }

        private void send(int country, double now) {
            if (draws.accepts(country, now, end)) {
                schedule(draws.leg(country), ARRIVAL, new Request(country, now));
            }
            scheduleNext(country, now);
        }

        private void arrive(Request request) {
            int site = ReferenceWork.SITE[request.country];
            if (idle[site] > 0) {
                idle[site]--;
                schedule(draws.service(), DEPARTURE, request);
            } else {
                queues[site].add(request);
            }
        }

        private void depart(Request request, double now) {
            served++;
            sumSeconds += now + draws.leg(request.country) - request.sent;
            int site = ReferenceWork.SITE[request.country];
            Request next = queues[site].poll();
            if (next == null) {
                idle[site]++;
            } else {
                schedule(draws.service(), DEPARTURE, next);
            }
        }
    }

    /** Draws for peers without samplers of their own, from the JDK's generator. */
    static final class PeerDraws {

        private final SplittableRandom random;

        PeerDraws(long seed) {
            random = new SplittableRandom(seed);
        }

        /** Returns the gap to the next candidate of {@code country}, seconds. */
        double gap(int country) {
            return random.nextExponential() / ReferenceWork.peakRate(country);
        }

        boolean accepts(int country, double now, double end) {
            return random.nextDouble() * ReferenceWork.peakRate(country) < ReferenceWork.rate(country, now, end);
        }

        double leg(int country) {
            return ReferenceWork.LEG[country] * Math.exp(ReferenceWork.LEG_SIGMA * random.nextGaussian());
        }

        double service() {
            double sigma = ReferenceWork.SERVICE_SIGMA;
            return ReferenceWork.SERVICE_MEAN * Math.exp(sigma * random.nextGaussian() - sigma * sigma / 2);
        }
    }
}
