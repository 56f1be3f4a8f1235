package dev.multisite.requests;

import java.util.ArrayDeque;
import java.util.Arrays;

import umontreal.ssj.randvar.LognormalGen;
import umontreal.ssj.rng.MRG32k3a;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.stat.Tally;

/**
 * W on SSJ 3.3.2 (Stochastic Simulation in Java, University of Montreal) as its guide teaches: an object per event, a
 * stream of MRG32k3a per purpose, inversion for the lognormal, the default splay tree.
 */
final class SsjWork implements Contestant {

    private final int requests;

    SsjWork(int requests) {
        this.requests = requests;
    }

    @Override
    public String name() {
        return "SSJ 3.3.2";
    }

    @Override
    public int requests() {
        return requests;
    }

    @Override
    public Run run(long seed) {
        long[] package6 = new long[6];
        Arrays.setAll(package6, i -> 12345 + 1000 * seed + i);
        MRG32k3a.setPackageSeed(package6);
        Model model = new Model(ReferenceWork.endSeconds(requests));
        model.simulator.init();
        for (int country = 0; country < ReferenceWork.SHARE.length; country++) {
            model.scheduleCandidate(country);
        }
        model.simulator.start();
        return new Run(model.responses.numberObs(), model.responses.average());
    }

    private static final class Model {

        private final Simulator simulator = new Simulator();
        private final Tally responses = new Tally("response");
        private final double end;
        private final MRG32k3a gaps = new MRG32k3a();
        private final MRG32k3a accepts = new MRG32k3a();
        private final LognormalGen[] legs = new LognormalGen[ReferenceWork.SHARE.length];
        private final LognormalGen service;
        private final Site[] sites = new Site[ReferenceWork.CORES.length];

        private Model(double end) {
            this.end = end;
            MRG32k3a legStream = new MRG32k3a();
            Arrays.setAll(
                    legs,
                    country ->
                            new LognormalGen(legStream, Math.log(ReferenceWork.LEG[country]), ReferenceWork.LEG_SIGMA));
            double sigma = ReferenceWork.SERVICE_SIGMA;
            service = new LognormalGen(new MRG32k3a(), Math.log(ReferenceWork.SERVICE_MEAN) - sigma * sigma / 2, sigma);
            Arrays.setAll(sites, site -> new Site(ReferenceWork.CORES[site]));
        }

        private void scheduleCandidate(int country) {
            double gap = -Math.log1p(-gaps.nextDouble()) / ReferenceWork.peakRate(country);
            if (simulator.time() + gap < end) {
                new Candidate(country).schedule(gap);
            }
        }

        /** A request that is sent with the probability of the rate at its time in the largest rate. */
        private final class Candidate extends Event {

            private final int country;

            private Candidate(int country) {
                super(simulator);
                this.country = country;
            }

            @Override
            public void actions() {
                double now = simulator.time();
                double share = ReferenceWork.rate(country, now, end) / ReferenceWork.peakRate(country);
                if (accepts.nextDouble() < share) {
                    new Arrival(country, now).schedule(legs[country].nextDouble());
                }
                scheduleCandidate(country);
            }
        }

        private final class Arrival extends Event {

            private final int country;
            private final double sent;

            private Arrival(int country, double sent) {
                super(simulator);
                this.country = country;
                this.sent = sent;
            }

            @Override
            public void actions() {
                Site site = sites[ReferenceWork.SITE[country]];
                if (site.idle > 0) {
                    site.idle--;
                    begin(site, this);
                } else {
                    site.queue.add(this);
                }
            }
        }

        private void begin(Site site, Arrival request) {
            new Departure(site, request).schedule(service.nextDouble());
        }

        private final class Departure extends Event {

            private final Site site;
            private final Arrival request;

            private Departure(Site site, Arrival request) {
                super(simulator);
                this.site = site;
                this.request = request;
            }

            @Override
            public void actions() {
                responses.add(simulator.time() + legs[request.country].nextDouble() - request.sent);
                Arrival next = site.queue.poll();
                if (next == null) {
                    site.idle++;
                } else {
                    begin(site, next);
                }
            }
        }

        private static final class Site {
            private final ArrayDeque<Arrival> queue = new ArrayDeque<>();
            private int idle;

            private Site(int cores) {
                idle = cores;
            }
        }
    }
}
