package dev.multisite.simulation;

import java.util.BitSet;

import dev.multisite.simulation.LoadSweep.Stretch;

/** What a zone will be like, judged by the fluid: who may have to wait, and how much there is to simulate. */
final class ZoneSituation {

    private final Replication replication;
    private final Crowds crowds;
    private final SiteLoads loads;
    private final BitSet waiting = new BitSet();
    private final BitSet meeting = new BitSet();
    private final double[] expected;
    private double smallestWaitingSite = Double.POSITIVE_INFINITY;
    private double warmUpSeconds;
    private boolean overloaded;

    ZoneSituation(Replication replication, LoadSweep sweep, Crowds crowds, Zone zone) {
        this.replication = replication;
        this.crowds = crowds;
        this.loads = new SiteLoads(replication.model());
        this.expected = new double[replication.world().demand().classes()];
        sweep.walk(zone.from(), zone.until(), this::findWaiting);
        sweep.walk(zone.from(), zone.until(), this::findMeeting);
    }

    private void findWaiting(Stretch stretch) {
        loads.load(stretch);
        for (int site = 0; site < replication.model().sites().size(); site++) {
            double cores = stretch.workingCores(site);
            double amplified = WindowSizes.LOAD_MARGIN * loads.amplifiedCores(site);
            if (cores > 0
                    && amplified > 0
                    && Waiting.probabilityBound(cores, amplified) > WindowSizes.NEGLIGIBLE_WAITING) {
                waiting.set(site);
                smallestWaitingSite = Math.min(smallestWaitingSite, cores);
                overloaded |= loads.offeredCores(site) >= cores;
                double forgets = Math.max(
                        20 * loads.meanService(site),
                        FluidBacklog.TIME_CONSTANTS * loads.relaxationSeconds(site, cores));
                warmUpSeconds = Math.max(warmUpSeconds, Math.min(FluidBacklog.LONGEST_WARM_UP_SECONDS, forgets));
            }
        }
    }

    private void findMeeting(Stretch stretch) {
        meeting.or(crowds.sourcesMeetingAt(waiting, stretch.regime()));
        for (int demandClass = 0; demandClass < expected.length; demandClass++) {
            expected[demandClass] += stretch.rate(demandClass) * stretch.seconds();
        }
    }

    /** Returns the sources that may meet where requests wait. */
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

    double warmUpSeconds() {
        return warmUpSeconds;
    }

    /** Returns by how much rates and cores are divided: more than 1 in large overloaded zones only. */
    double scale() {
        double wanted = requests(meeting) / WindowSizes.MEETING_ZONE_REQUESTS;
        double allowed = smallestWaitingSite / WindowSizes.FEWEST_SCALED_CORES;
        double scale = Math.min(wanted, allowed);
        return overloaded && scale > 1.5 && scale < Double.POSITIVE_INFINITY ? scale : 1;
    }

    /** Returns the requests to simulate among those that meet. */
    double cost() {
        return requests(meeting) / scale();
    }
}
