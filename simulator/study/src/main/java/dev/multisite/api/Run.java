package dev.multisite.api;

import java.nio.file.Path;

import dev.multisite.experiment.ExperimentResult;
import dev.multisite.experiment.MetricRow;
import dev.multisite.experiment.ReplicationRow;
import dev.multisite.results.ResultsException;
import dev.multisite.results.ResultsWriter;
import dev.multisite.results.RunInfo;
import dev.multisite.simulation.Slice;
import dev.multisite.statistics.Estimate;
import dev.multisite.statistics.StudentT;

/** What a simulated scenario showed. */
public final class Run {
    private final RunInfo info;
    private final ExperimentResult result;

    Run(RunInfo info, ExperimentResult result) {
        this.info = info;
        this.result = result;
    }

    /** Returns everything, in the order of the results files. */
    public ExperimentResult result() {
        return result;
    }

    /**
     * Returns a figure over everything, with its interval.
     *
     * @param metric a name of {@code metrics.csv}, in its unit
     * @throws IllegalArgumentException if there is no such architecture or figure
     */
    public Estimate figure(String architecture, String metric) {
        return figure(architecture, metric, "");
    }

    /**
     * Returns a figure of a population, with its interval.
     *
     * @param population name of a population; empty: all
     * @throws IllegalArgumentException if there is no such architecture, population or figure
     */
    public Estimate figure(String architecture, String metric, String population) {
        return result.metric(architecture, Slice.ofCountry(population), metric)
                .map(MetricRow::estimate)
                .orElseThrow(() -> missing(architecture, metric, population));
    }

    /**
     * Returns by how much a figure is larger here than in {@code other}, replication by replication: two runs with the same
     * seed share their random numbers, so the interval is that of what differs. Percentiles are means over replications
     * here.
     *
     * @throws IllegalArgumentException if a run has no such figure
     */
    public Estimate difference(Run other, String architecture, String metric) {
        boolean paired = result.scenario().simulation().seed()
                == other.result.scenario().simulation().seed();
        double[] a = values(architecture, metric);
        double[] b = other.values(architecture, metric);
        return paired && a.length == b.length
                ? StudentT.pairedDifference(a, b, result.confidence())
                : StudentT.welchDifference(a, b, result.confidence());
    }

    private double[] values(String architecture, String metric) {
        double[] values = result.replicationRows().stream()
                .filter(row -> row.architecture().equals(architecture)
                        && row.metric().equals(metric)
                        && row.slice().equals(Slice.ALL))
                .mapToDouble(ReplicationRow::value)
                .toArray();
        if (values.length == 0) {
            throw missing(architecture, metric, "");
        }
        return values;
    }

    private IllegalArgumentException missing(String architecture, String metric, String population) {
        return new IllegalArgumentException("no figure " + metric + " of " + architecture
                + (population.isEmpty() ? "" : " for " + population) + "; architectures: "
                + String.join(", ", result.scenario().architectures().keySet()));
    }

    /**
     * Writes a results folder, which {@code multisite compare}, {@code query} and {@code report} read.
     *
     * @throws ResultsException if the folder exists or cannot be written
     */
    public void save(Path folder) throws ResultsException {
        ResultsWriter.write(folder, info, result, false, ResultsWriter.Finish.NOTHING);
    }
}
