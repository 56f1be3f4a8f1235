package dev.multisite.routing;

import java.util.Arrays;

import dev.multisite.scenario.ArchitectureSpec.Phase;

/**
 * At which sites the law lets requests be served, for route rules with the policy {@code permitted}. The period is cut into
 * epochs; within one, answers differ by phase only.
 */
public interface Permissions {

    /** Every site may serve everyone. */
    Permissions ALL = new Permissions() {

        @Override
        public double[] epochStarts() {
            return new double[] {0};
        }

        @Override
        public boolean permitted(int epoch, Phase phase, RoutedSource source, int site) {
            return true;
        }
    };

    /** Returns where the epochs start, seconds, ascending; the first at 0. */
    double[] epochStarts();

    /** Returns whether {@code site} may serve {@code source} in {@code epoch}, if {@code phase} holds. */
    boolean permitted(int epoch, Phase phase, RoutedSource source, int site);

    /** Returns the epoch that holds {@code timeSeconds}. */
    default int epochAt(double timeSeconds) {
        int at = Arrays.binarySearch(epochStarts(), timeSeconds);
        return Math.max(0, at >= 0 ? at : -at - 2);
    }
}
