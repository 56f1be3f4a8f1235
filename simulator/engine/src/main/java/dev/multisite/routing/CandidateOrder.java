package dev.multisite.routing;

import java.util.Arrays;

/** Sites in the order in which a source tries them, with first-choice weights where the policy is {@code weighted}. */
final class CandidateOrder {

    static final CandidateOrder EMPTY = new CandidateOrder(new int[0], new double[0]);

    /** The law permits none of the sites. */
    static final CandidateOrder FORBIDDEN = new CandidateOrder(new int[0], new double[0], true);

    private final int[] sites;
    private final double[] weights;
    private final boolean forbidden;

    /** @param weights parallel to {@code sites}, or empty where the first site is always tried first */
    CandidateOrder(int[] sites, double[] weights) {
        this(sites, weights, false);
    }

    private CandidateOrder(int[] sites, double[] weights, boolean forbidden) {
        this.sites = sites;
        this.weights = weights;
        this.forbidden = forbidden;
    }

    boolean forbidden() {
        return forbidden;
    }

    int size() {
        return sites.length;
    }

    int site(int position) {
        return sites[position];
    }

    boolean weighted() {
        return weights.length > 0;
    }

    double weight(int position) {
        return weights[position];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CandidateOrder that
                && forbidden == that.forbidden
                && Arrays.equals(sites, that.sites)
                && Arrays.equals(weights, that.weights);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(sites) + Arrays.hashCode(weights);
    }

    @Override
    public String toString() {
        return Arrays.toString(sites) + (weighted() ? " weights " + Arrays.toString(weights) : "");
    }
}
