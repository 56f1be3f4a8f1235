package dev.multisite.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

import dev.multisite.simulation.LoadSweep.Stretch;

/** What a zone will be like, judged by the fluid: who may have to wait, and how much there is to simulate. */
final class ZoneSituation {

    /** A site with a higher offered load per core may be left with a backlog by a small disturbance. */
    private static final double SATURATION = 0.95;

    private static final double INSTANT = 1e-3;
    private static final double SERVICE_TIMES = 20;

    private final Replication replication;
    private final Crowds crowds;
    private final SiteLoads loads;
    private final BitSet waiting = new BitSet();
    private final BitSet troubled = new BitSet();
    private final BitSet regimes = new BitSet();
    private final BitSet overloaded = new BitSet();
    private final BitSet meeting;
    private final BitSet calm;
    private final List<Crowd> apart = new ArrayList<>();
    private final double[] expected;
    private final double[] largestLoad;
    private final double[] fewestIdle;
    private final double[] warmUpOfSite;

    /**
     * Sources that may wait at the same sites, and at none where others do.
     *
     * @param scale by how much rates and cores are divided
     */
    record Crowd(BitSet sources, double requests, double scale) {}

    ZoneSituation(Replication replication, LoadSweep sweep, Crowds crowds, Zone zone) {
        this.replication = replication;
        this.crowds = crowds;
        this.loads = new SiteLoads(replication.model());
        this.expected = new double[replication.world().demand().classes()];
        this.largestLoad = new double[replication.model().sites().size()];
        this.fewestIdle = new double[replication.model().sites().size()];
        Arrays.fill(fewestIdle, Double.POSITIVE_INFINITY);
        this.warmUpOfSite = new double[replication.model().sites().size()];
        sweep.walk(zone.from(), Math.min(zone.until(), zone.from() + INSTANT), this::setWarmUps);
        sweep.walk(zone.from(), zone.until(), this::findWaiting);
        sweep.walk(zone.from(), zone.until(), this::addDemand);
        BitSet all = meetingAt(waiting);
        calm = (BitSet) all.clone();
        calm.andNot(disturbed());
        meeting = all;
        meeting.andNot(calm);
        split();
    }

    private void findWaiting(Stretch stretch) {
        loads.load(stretch);
        for (int site = 0; site < replication.model().sites().size(); site++) {
            double cores = stretch.workingCores(site);
            double offered = loads.offeredCores(site);
            troubled.set(site, troubled.get(site) || !stretch.up(site) || nearSaturation(site, cores));
            double amplified = WindowSizes.LOAD_MARGIN * loads.amplifiedCores(site);
            if (cores > 0
                    && amplified > 0
                    && Waiting.probabilityBound(cores, amplified) > WindowSizes.NEGLIGIBLE_WAITING) {
                waiting.set(site);
                largestLoad[site] = Math.max(largestLoad[site], Math.max(cores, offered));
                overloaded.set(site, overloaded.get(site) || offered >= cores);
                fewestIdle[site] = Math.min(fewestIdle[site], cores - WindowSizes.LOAD_MARGIN * offered);
            }
        }
    }

    /** Queues must forget the empty start before the zone begins; what happens in it is simulated anyway. */
    private void setWarmUps(Stretch first) {
        loads.load(first);
        for (int site = 0; site < warmUpOfSite.length; site++) {
            double forgets = FluidBacklog.TIME_CONSTANTS * loads.relaxationSeconds(site, first.workingCores(site));
            warmUpOfSite[site] = Math.min(
                    FluidBacklog.LONGEST_WARM_UP_SECONDS, Math.max(SERVICE_TIMES * loads.meanService(site), forgets));
        }
    }

    private boolean nearSaturation(int site, double cores) {
        return loads.offeredCores(site) > SATURATION * cores
                || FluidBacklog.TIME_CONSTANTS * loads.relaxationSeconds(site, cores)
                        > FluidBacklog.LONGEST_WARM_UP_SECONDS;
    }

    private void addDemand(Stretch stretch) {
        regimes.set(stretch.regime());
        for (int demandClass = 0; demandClass < expected.length; demandClass++) {
            expected[demandClass] += stretch.rate(demandClass) * stretch.seconds();
        }
    }

    private BitSet meetingAt(BitSet sites) {
        BitSet sources = new BitSet();
        regimes.stream().forEach(regime -> sources.or(crowds.sourcesMeetingAt(sites, regime)));
        return sources;
    }

    /**
     * Returns the sources that what makes this a zone may reach: those whose choices change or hold a troubled site or a
     * cut path, and those who wait at the same sites as they do, and so on.
     */
    private BitSet disturbed() {
        BitSet disturbed = meetingAt(troubled);
        disturbed.or(crowds.sourcesThatMove(regimes));
        grow(disturbed);
        return disturbed;
    }

    /** Returns the sources that may meet where requests wait and that nothing disturbs in this zone. */
    BitSet calm() {
        return calm;
    }

    /** Returns the other sources that may meet where requests wait. */
    BitSet meeting() {
        return meeting;
    }

    /** Returns the expected requests of {@code sources} in the zone. */
    double requests(BitSet sources) {
        double[] coverage = crowds.coverage(sources);
        double sum = 0;
        for (int demandClass = 0; demandClass < coverage.length; demandClass++) {
            sum += expected[demandClass] * coverage[demandClass];
        }
        return sum;
    }

    /** Returns the warm-up of the sites that {@code sources} may try, seconds. */
    double warmUpSeconds(BitSet sources) {
        BitSet sites = new BitSet();
        regimes.stream().forEach(regime -> sites.or(crowds.sitesOf(sources, regime)));
        return sites.stream().mapToDouble(site -> warmUpOfSite[site]).max().orElse(0);
    }

    /** Splits those who meet into crowds that don't meet each other. */
    private void split() {
        BitSet left = (BitSet) meeting.clone();
        while (!left.isEmpty()) {
            BitSet crowd = new BitSet();
            crowd.set(left.nextSetBit(0));
            BitSet sites = grow(crowd);
            crowd.and(meeting);
            left.andNot(crowd);
            double requests = requests(crowd);
            apart.add(new Crowd(crowd, requests, scale(sites, requests)));
        }
    }

    /** Adds to {@code sources} whoever waits where they do, and so on; returns where they wait. */
    private BitSet grow(BitSet sources) {
        BitSet sites = new BitSet();
        int before = -1;
        while (sources.cardinality() > before) {
            before = sources.cardinality();
            regimes.stream().forEach(regime -> sites.or(crowds.sitesOf(sources, regime)));
            sites.and(waiting);
            sources.or(meetingAt(sites));
        }
        return sites;
    }

    /**
     * Rates and cores may be divided, for in a zone backlogs and retries matter, which the fluid limit rules; that small sites
     * use their cores less well hardly counts in so short a time.
     */
    private double scale(BitSet sites, double requests) {
        double wanted = requests / WindowSizes.MEETING_ZONE_REQUESTS;
        double allowed = sites.stream().mapToDouble(this::allowedScale).min().orElse(1);
        double scale = Math.min(wanted, allowed);
        return scale > 1.5 && scale < Double.POSITIVE_INFINITY ? scale : 1;
    }

    private double allowedScale(int site) {
        return overloaded.get(site)
                ? largestLoad[site] / WindowSizes.FEWEST_SCALED_CORES
                : fewestIdle[site] / WindowSizes.FEWEST_IDLE_CORES;
    }

    /** Returns the crowds of those that meet. */
    List<Crowd> apart() {
        return apart;
    }

    /** Returns the requests to simulate among those that meet. */
    double cost() {
        return apart.stream()
                .mapToDouble(crowd -> crowd.requests() / crowd.scale())
                .sum();
    }
}
