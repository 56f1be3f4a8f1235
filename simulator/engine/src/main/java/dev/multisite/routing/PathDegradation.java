package dev.multisite.routing;

import java.util.BitSet;

import dev.multisite.world.Intervals;

/**
 * Paths whose traffic takes a longer way for a while.
 *
 * @param populations indices of the populations whose paths suffer
 * @param site index of the site they lead to
 * @param when how long
 * @param extraLegSeconds added to each leg
 * @param loss added probability that a round trip loses a packet
 */
public record PathDegradation(BitSet populations, int site, Intervals when, double extraLegSeconds, double loss) {
    public PathDegradation {
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
