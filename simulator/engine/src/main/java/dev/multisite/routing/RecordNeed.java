package dev.multisite.routing;

import java.util.BitSet;

/**
 * Which records the requests of a source need, and where those are.
 *
 * @param share share of the requests that need records, 0 to 1
 * @param before indices of the sites that serve records which have not been moved yet
 * @param after indices of the sites that serve records which have been moved
 * @param moveFromSeconds when the move begins
 * @param moveSeconds how long it takes, linear in time; 0: at once
 */
public record RecordNeed(double share, BitSet before, BitSet after, double moveFromSeconds, double moveSeconds) {

    static final RecordNeed NONE = new RecordNeed(0, new BitSet(), new BitSet(), 0, 0);

    public RecordNeed {
        before = (BitSet) before.clone();
        after = (BitSet) after.clone();
    }

    @Override
    public BitSet before() {
        return (BitSet) before.clone();
    }

    @Override
    public BitSet after() {
        return (BitSet) after.clone();
    }

    /** Returns whether {@code site} always has the records at hand. */
    public boolean atHand(int site) {
        return share == 0 || (before.get(site) && after.get(site));
    }
}
