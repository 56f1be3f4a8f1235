/**
 * Which sites a source tries, over time: the policies of an architecture's phases, and what devices believe about sites
 * and paths, which lags behind the truth.
 *
 * <p>Start at {@link dev.multisite.routing.TimedRouting}. Everything is decided before the first request is simulated.
 * May use {@code world} and the scenario records; knows nothing of the calendar or the request plane.
 */
@NullMarked
package dev.multisite.routing;

import org.jspecify.annotations.NullMarked;
