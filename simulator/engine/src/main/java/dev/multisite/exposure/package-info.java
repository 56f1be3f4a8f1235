/**
 * What laws and states have to do with the records of a scenario: where records are over time in one architecture, as the
 * facts that the law evaluator asks for, and the exposure that follows.
 *
 * <p>Start at {@link dev.multisite.exposure.ScenarioExposure}. May use the scenario records, demand and {@code
 * dev.multisite.regulation}; knows nothing of requests, the calendar or the simulation that calls it.
 */
@NullMarked
package dev.multisite.exposure;

import org.jspecify.annotations.NullMarked;
