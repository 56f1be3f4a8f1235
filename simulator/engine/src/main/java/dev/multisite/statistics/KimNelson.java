package dev.multisite.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Selects the system with the smallest mean from simulations, by the fully sequential procedure of Kim and Nelson (A fully
 * sequential procedure for indifference-zone selection in simulation, ACM TOMACS 11 (2001), with c = 1).
 *
 * <p>Guarantee, for normal observations that are independent from replication to replication: if the best mean is at least
 * {@code indifference} below all others, the best system is selected with at least the stated probability, whatever the
 * variances. Systems may share random numbers within a replication; that makes it end sooner.
 */
public final class KimNelson {

    private final int systems;
    private final int firstStage;
    private final double indifference;
    private final double confidence;
    private final int most;

    /**
     * @param systems number of systems, at least 1
     * @param firstStage replications that all systems get, at least 2
     * @param indifference smallest difference worth finding, above 0
     * @param confidence probability of a right selection, between 1 / systems and 1
     * @param most replications after which the selection is given up
     */
    public KimNelson(int systems, int firstStage, double indifference, double confidence, int most) {
        if (systems < 1 || firstStage < 2 || !(indifference > 0) || !(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("cannot select among " + systems + " systems from " + firstStage
                    + " replications with indifference " + indifference + " and confidence " + confidence);
        }
        this.systems = systems;
        this.firstStage = firstStage;
        this.indifference = indifference;
        this.confidence = confidence;
        this.most = Math.max(firstStage, most);
    }

    /** Gives the figures of a replication. */
    @FunctionalInterface
    public interface Observations {
        /**
         * @param replication number from 0; each is asked for once, in order
         * @param systems the systems that are still in the race, ascending
         * @return one figure per system of the list
         */
        double[] of(int replication, List<Integer> systems) throws InterruptedException;
    }

    /**
     * What was selected.
     *
     * @param best the selected system
     * @param decided whether the guarantee holds; false if the replications ran out before
     * @param replications replications of the systems that stayed longest
     * @param means mean per system over the replications that it took part in
     * @param counts replications per system
     */
    public record Selection(int best, boolean decided, int replications, List<Double> means, List<Integer> counts) {
        public Selection {
            means = List.copyOf(means);
            counts = List.copyOf(counts);
        }
    }

    public Selection select(Observations observations) throws InterruptedException {
        Race race = new Race();
        for (int i = 0; i < firstStage; i++) {
            race.add(observations, i);
        }
        race.measureVariances();
        int replications = firstStage;
        while (true) {
            race.screen(replications);
            if (race.alive.size() == 1 || replications > race.longest() || replications >= most) {
                boolean decided = race.alive.size() == 1 || replications > race.longest();
                return race.selection(decided, replications);
            }
            race.add(observations, replications++);
        }
    }

    /** The sums of one selection. */
    private final class Race {
        private final double[] sum = new double[systems];
        private final int[] count = new int[systems];
        private final double[][] first = new double[systems][firstStage];
        private final double[][] variance = new double[systems][systems];
        private final double hSquared;
        private List<Integer> alive = new ArrayList<>();

        Race() {
            for (int i = 0; i < systems; i++) {
                alive.add(i);
            }
            double share = 2 * (1 - confidence) / Math.max(1, systems - 1);
            double eta = 0.5 * (StrictMath.pow(share, -2.0 / (firstStage - 1)) - 1);
            hSquared = 2 * eta * (firstStage - 1);
        }

        void add(Observations observations, int replication) throws InterruptedException {
            double[] values = observations.of(replication, List.copyOf(alive));
            for (int i = 0; i < alive.size(); i++) {
                int system = alive.get(i);
                sum[system] += values[i];
                count[system]++;
                if (replication < firstStage) {
                    first[system][replication] = values[i];
                }
            }
        }

        void measureVariances() {
            for (int i = 0; i < systems; i++) {
                for (int j = 0; j < systems; j++) {
                    double[] differences = new double[firstStage];
                    Arrays.setAll(differences, differenceOf(i, j));
                    double error = Moments.of(differences).standardError();
                    variance[i][j] = i == j ? 0 : error * error * firstStage;
                }
            }
        }

        private java.util.function.IntToDoubleFunction differenceOf(int i, int j) {
            return replication -> first[i][replication] - first[j][replication];
        }

        /** Returns after how many replications the race is over in any case. */
        double longest() {
            double longest = 0;
            for (int i : alive) {
                for (int j : alive) {
                    longest = Math.max(longest, Math.floor(hSquared * variance[i][j] / (indifference * indifference)));
                }
            }
            return longest;
        }

        void screen(int replications) {
            List<Integer> survivors = new ArrayList<>();
            for (int i : alive) {
                boolean survives = true;
                for (int j : alive) {
                    survives &= i == j || mean(i) <= mean(j) + slack(i, j, replications);
                }
                if (survives) {
                    survivors.add(i);
                }
            }
            alive = survivors.isEmpty() ? new ArrayList<>(List.of(best())) : survivors;
        }

        private double slack(int i, int j, int replications) {
            double allowed = hSquared * variance[i][j] / (indifference * indifference) - replications;
            return Math.max(0, indifference / (2 * replications) * allowed);
        }

        private double mean(int system) {
            return sum[system] / count[system];
        }

        private int best() {
            int best = alive.get(0);
            for (int system : alive) {
                if (mean(system) < mean(best)) {
                    best = system;
                }
            }
            return best;
        }

        Selection selection(boolean decided, int replications) {
            List<Double> means = new ArrayList<>();
            List<Integer> counts = new ArrayList<>();
            for (int i = 0; i < systems; i++) {
                means.add(mean(i));
                counts.add(count[i]);
            }
            return new Selection(best(), decided, replications, means, counts);
        }
    }
}
