package dev.multisite.spark;

import java.util.Map;

import dev.multisite.whatif.ClusterEngine;
import dev.multisite.whatif.SweepEngine;
import dev.multisite.whatif.SweepException;
import dev.multisite.whatif.SweepException.Kind;

/** The engine called {@code spark}. */
public final class SparkCluster implements ClusterEngine {
    private static final String SPARK = "org.apache.spark.api.java.JavaSparkContext";

    @Override
    public String name() {
        return "spark";
    }

    @Override
    public SweepEngine at(String master, Map<String, String> settings) throws SweepException {
        try {
            Class.forName(SPARK, false, SparkCluster.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new SweepException(
                    Kind.NO_ENGINE,
                    "--engine spark needs Apache Spark 4 on the class path; set SPARK_HOME to its folder, or start the program"
                            + " with spark-submit (simulator/docs/how-to/cluster.md)",
                    e);
        }
        return new SparkEngine(master, settings);
    }
}
