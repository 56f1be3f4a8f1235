/**
 * Estimates with their uncertainty: mergeable latency histograms, Student-t and paired intervals, intervals of pooled
 * quantiles, exact bounds for rare events, warm-up detection (MSER-5), sequential stopping.
 *
 * <p>Knows nothing of scenarios or the simulation. Distributions come from Commons Math.
 */
@NullMarked
package dev.multisite.statistics;

import org.jspecify.annotations.NullMarked;
