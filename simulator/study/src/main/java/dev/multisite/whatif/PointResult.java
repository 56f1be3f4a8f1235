package dev.multisite.whatif;

import java.io.Serializable;
import java.util.List;

import dev.multisite.statistics.Estimate;

/** What became of a point. Serializable, for it may arrive from another machine. */
public sealed interface PointResult extends Serializable {

    /** Returns the number of the point. */
    int point();

    /** @param values the raw values of the figures over everything, for comparisons between points */
    record Done(int point, List<Figure> figures, List<Difference> differences, List<Values> values)
            implements PointResult {
        public Done {
            figures = List.copyOf(figures);
            differences = List.copyOf(differences);
            values = List.copyOf(values);
        }
    }

    /** @param reason why it could not be simulated, for the user */
    record Failed(int point, String reason) implements PointResult {}

    /**
     * One figure; an empty country or site means all.
     *
     * @param note what a reader must know about the interval, as in {@code metrics.csv}
     */
    record Figure(
            String architecture,
            String country,
            String site,
            String metric,
            String unit,
            Estimate estimate,
            int replications,
            String note)
            implements Serializable {}

    /** One figure against the same of the baseline architecture, paired by replication. */
    record Difference(
            String architecture,
            String baseline,
            String country,
            String metric,
            String unit,
            Estimate difference,
            double ratio,
            double better,
            int replications)
            implements Serializable {}

    /**
     * A figure over everything by replication; common random numbers pair them across points.
     *
     * @param byReplication NaN where a replication has nothing to say
     */
    record Values(String architecture, String metric, List<Double> byReplication) implements Serializable {
        public Values {
            byReplication = List.copyOf(byReplication);
        }
    }
}
