package dev.multisite.optimize;

import java.util.List;

import dev.multisite.placement.Placement;

/**
 * A set of sites that keeps every constraint.
 *
 * @param open indices of its sites among the candidates, ascending
 * @param sites their names
 * @param figures what the model says about it
 * @param objective what was minimised
 * @param proof what is known about its place in the order
 * @param bound nothing better than this exists, apart from the sets before it
 */
public record Candidate(
        List<Integer> open,
        List<String> sites,
        ChoiceFigures figures,
        double objective,
        Placement.Proof proof,
        double bound) {
    private static final int MOST_NAMED = 6;

    public Candidate {
        open = List.copyOf(open);
        sites = List.copyOf(sites);
    }

    /**
     * Returns a name that no architecture of a scenario file can have, e.g. {@code mumbai+singapore}; of many sites the
     * first three and a mark that tells it from others.
     */
    public String name() {
        if (sites.size() == 1) {
            return sites.get(0) + " (alone)";
        }
        if (sites.size() <= MOST_NAMED) {
            return String.join("+", sites);
        }
        int mark = sites.hashCode() & 0xffff;
        return "%s+%d more (%04x)".formatted(String.join("+", sites.subList(0, 3)), sites.size() - 3, mark);
    }

    /** Returns how far it may be from the optimum, relative to its objective; infinity where nothing is known. */
    public double gap() {
        return proof == Placement.Proof.OPTIMAL ? 0 : Math.max(0, (objective - bound) / Math.abs(objective));
    }
}
