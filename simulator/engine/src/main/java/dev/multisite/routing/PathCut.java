package dev.multisite.routing;

import java.util.BitSet;

import dev.multisite.world.Intervals;

/**
 * Paths that break together.
 *
 * @param populations indices of the populations whose paths break
 * @param site index of the site they lead to
 * @param down when nothing gets through
 */
public record PathCut(BitSet populations, int site, Intervals down) {
    public PathCut {
        populations = (BitSet) populations.clone();
    }

    @Override
    public BitSet populations() {
        return (BitSet) populations.clone();
    }

    /** Returns whether the paths of the population with this index are among them. */
    public boolean affects(int population) {
        return populations.get(population);
    }
}
