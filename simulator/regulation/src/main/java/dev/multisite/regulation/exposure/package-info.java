/**
 * Exposure over time: verdicts and foreign reach of record cohorts, integrated between the instants at which anything can
 * change.
 *
 * <p>Start at {@link dev.multisite.regulation.exposure.ExposureModel}. Times are seconds since the start of the period; results are in
 * record-years of 365.25 days. Knows nothing of scenarios and simulations: it is given cohorts and where their records are.
 */
@NullMarked
package dev.multisite.regulation.exposure;

import org.jspecify.annotations.NullMarked;
