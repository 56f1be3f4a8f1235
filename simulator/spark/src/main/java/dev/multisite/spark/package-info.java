/**
 * Sweeps on an Apache Spark cluster: one task per point, results handed over as they arrive.
 *
 * <p>Start at {@link dev.multisite.spark.SparkCluster}, which is found by {@link java.util.ServiceLoader} and knows nothing
 * of Spark's classes, so that it can say when they are missing. Nothing else in the program uses Spark. Of Spark only resilient
 * distributed data sets, broadcasts and the status tracker are used.
 */
@NullMarked
package dev.multisite.spark;

import org.jspecify.annotations.NullMarked;
