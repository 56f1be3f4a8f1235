package dev.multisite.simulation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;

import dev.multisite.requests.RequestTally;
import dev.multisite.requests.Slots;
import dev.multisite.simulation.BinDemand.Share;

/**
 * How requests fare in every timeline bin of a sampled replication: those in zones as they were simulated there, those in
 * ordinary time like the requests of the nearest windows of their stratum. So a bin is a mixture in the proportions of its
 * expected requests, whether or not a window fell into it.
 */
final class TimelineEstimate {

    /** Windows that speak for the ordinary time of a bin, unless more of them lie within it. */
    private static final int NEIGHBOURS = 8;

    /** Simulated requests of a group that speak for it; further windows are taken in until there are as many. */
    private static final double FEWEST_REQUESTS = 100;

    private record Neighbour(double time, GroupCounts counts) {}

    private final SlotPlan slots;
    private final int groups;
    private final Strata strata;
    private final BinDemand demand;
    private final List<GroupCounts> bins = new ArrayList<>();
    private final IdentityHashMap<Stratum, List<Neighbour>> windows = new IdentityHashMap<>();
    private final GroupCounts chosenZones;
    private final List<Integer> skippedZones = new ArrayList<>();

    TimelineEstimate(Replication replication, Strata strata, List<Zone> zones) {
        this.slots = replication.slots();
        this.groups = replication.world().groups().size();
        this.strata = strata;
        this.demand = new BinDemand(replication, strata, zones);
        this.chosenZones = new GroupCounts(groups);
        for (int bin = 0; bin < slots.bins(); bin++) {
            bins.add(new GroupCounts(groups));
        }
        strata.all().forEach(stratum -> windows.put(stratum, new ArrayList<>()));
    }

    /** Returns what {@code tally} counted in each bin. */
    static List<GroupCounts> ofTally(SlotPlan slots, RequestTally tally) {
        List<GroupCounts> bins = new ArrayList<>();
        for (int bin = 0; bin < slots.bins(); bin++) {
            bins.add(new GroupCounts(tally.groups()));
        }
        addBySlot(slots, tally, 1, bins);
        return bins;
    }

    private static void addBySlot(SlotPlan slots, RequestTally tally, double weight, List<GroupCounts> bins) {
        Slots all = slots.slots();
        int first = all.at(tally.slots().start(0));
        for (int slot = 0; slot < tally.slots().size(); slot++) {
            bins.get(slots.binOf(first + slot)).add(tally, slot, weight);
        }
    }

    GroupCounts noCounts() {
        return new GroupCounts(groups);
    }

    /** Adds a window of ordinary time, its requests counting for those they stand for. */
    void addWindow(Stratum stratum, double time, GroupCounts counts) {
        windows.getOrDefault(stratum, new ArrayList<>()).add(new Neighbour(time, counts));
    }

    /** Adds a part of a zone that was simulated from its beginning to its end. */
    void addZone(RequestTally tally, double weight) {
        addBySlot(slots, tally, weight, bins);
    }

    /** Adds a part of a zone that one window stands for: spread over the zone as its requests are. */
    void addZoneEvenly(int zone, RequestTally tally, double weight) {
        GroupCounts counts = noCounts();
        counts.add(tally, weight);
        for (int group = 0; group < groups; group++) {
            double total = 0;
            for (Share share : demand.ofZone(zone)) {
                total += share.requests(group);
            }
            for (Share share : demand.ofZone(zone)) {
                double part = total > 0 ? share.requests(group) / total : 0;
                bins.get(share.bin()).add(group, part, counts);
            }
        }
    }

    /** Notes that the zone of {@code tally} also stands for zones that are not simulated. */
    void addChosenZone(RequestTally tally, double weight) {
        chosenZones.add(tally, weight);
    }

    /** Notes that a zone is not simulated: requests fare in it like in those that were chosen. */
    void skipZone(int zone) {
        skippedZones.add(zone);
    }

    /** Returns the estimate of every bin. */
    List<GroupCounts> bins() {
        for (int zone : skippedZones) {
            for (Share share : demand.ofZone(zone)) {
                requested(share).stream().forEach(group -> like(chosenZones, share, group));
            }
        }
        for (Stratum stratum : strata.all()) {
            List<Neighbour> inOrder = windows.getOrDefault(stratum, new ArrayList<>());
            inOrder.sort(Comparator.comparingDouble(Neighbour::time));
            demand.of(stratum).forEach(share -> estimate(share, inOrder));
        }
        return bins;
    }

    private BitSet requested(Share share) {
        BitSet result = new BitSet();
        for (int group = 0; group < groups; group++) {
            result.set(group, share.requests(group) > 0);
        }
        return result;
    }

    private void like(GroupCounts others, Share share, int group) {
        bins.get(share.bin()).addLike(group, share.requests(group), others);
    }

    private void estimate(Share share, List<Neighbour> inOrder) {
        GroupCounts near = noCounts();
        int low = 0;
        while (low < inOrder.size() && inOrder.get(low).time() < share.from()) {
            low++;
        }
        int high = low;
        while (high < inOrder.size() && inOrder.get(high).time() < share.until()) {
            near.add(inOrder.get(high++).counts());
        }
        BitSet open = requested(share);
        while (true) {
            int count = high - low;
            boolean all = count == inOrder.size();
            for (int group = open.nextSetBit(0); group >= 0; group = open.nextSetBit(group + 1)) {
                if (all || (count >= NEIGHBOURS && near.simulated(group) >= FEWEST_REQUESTS)) {
                    like(near, share, group);
                    open.clear(group);
                }
            }
            if (all || open.isEmpty()) {
                return;
            }
            boolean earlier = high == inOrder.size()
                    || (low > 0
                            && share.from() - inOrder.get(low - 1).time()
                                    < inOrder.get(high).time() - share.until());
            near.add(inOrder.get(earlier ? --low : high++).counts());
        }
    }
}
