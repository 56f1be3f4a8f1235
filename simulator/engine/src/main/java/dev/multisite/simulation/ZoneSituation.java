package dev.multisite.simulation;

import java.util.BitSet;

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
    private final BitSet meeting;
    private final BitSet calm;
    private final double[] expected;
    private final double[] largestLoad;
    private final double[] warmUpOfSite;
    private boolean overloaded;

    ZoneSituation(Replication replication, LoadSweep sweep, Crowds crowds, Zone zone) {
        this.replication = replication;
        this.crowds = crowds;
        this.loads = new SiteLoads(replication.model());
        this.expected = new double[replication.world().demand().classes()];
        this.largestLoad = new double[replication.model().sites().size()];
        this.warmUpOfSite = new double[replication.model().sites().size()];
        sweep.walk(zone.from(), Math.min(zone.until(), zone.from() + INSTANT), this::setWarmUps);
        sweep.walk(zone.from(), zone.until(), this::findWaiting);
        sweep.walk(zone.from(), zone.until(), this::addDemand);
        BitSet all = meetingAt(waiting);
        calm = (BitSet) all.clone();
        calm.andNot(disturbed());
        meeting = all;
        meeting.andNot(calm);
    }

    private void findWaiting(Stretch stretch) {
        loads.load(stretch);
        for (int site = 0; site < replication.model().sites().size(); site++) {
            double cores = stretch.workingCores(site);
            troubled.set(site, troubled.get(site) || !stretch.up(site) || nearSaturation(site, cores));
            double amplified = WindowSizes.LOAD_MARGIN * loads.amplifiedCores(site);
            if (cores > 0
                    && amplified > 0
                    && Waiting.probabilityBound(cores, amplified) > WindowSizes.NEGLIGIBLE_WAITING) {
                waiting.set(site);
                largestLoad[site] = Math.max(largestLoad[site], Math.max(cores, loads.offeredCores(site)));
                overloaded |= loads.offeredCores(site) >= cores;
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
        int before = -1;
        while (disturbed.cardinality() > before) {
            before = disturbed.cardinality();
            BitSet sites = new BitSet();
            regimes.stream().forEach(regime -> sites.or(crowds.sitesOf(disturbed, regime)));
            sites.and(waiting);
            disturbed.or(meetingAt(sites));
        }
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

    /** Returns by how much rates and cores are divided: more than 1 in large overloaded zones only. */
    double scale() {
        double wanted = requests(meeting) / WindowSizes.MEETING_ZONE_REQUESTS;
        double smallest =
                waiting.stream().mapToDouble(site -> largestLoad[site]).min().orElse(0);
        double allowed = smallest / WindowSizes.FEWEST_SCALED_CORES;
        double scale = Math.min(wanted, allowed);
        return overloaded && scale > 1.5 && scale < Double.POSITIVE_INFINITY ? scale : 1;
    }

    /** Returns the requests to simulate among those that meet. */
    double cost() {
        return requests(meeting) / scale();
    }
}
