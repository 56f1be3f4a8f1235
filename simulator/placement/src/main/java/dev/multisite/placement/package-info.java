/**
 * Which sites to open among candidates: the deterministic model of facility location (serving costs, opening costs, who
 * may serve whom, capacity that survives the loss of any one site) and its exact solution.
 *
 * <p>Start at {@link dev.multisite.placement.PlacementProblem}; {@link dev.multisite.placement.MixedIntegerSolver} proves
 * optima, {@link dev.multisite.placement.Interchange} finds good answers at once. Knows nothing of scenarios: whoever
 * asks turns populations into customers and money or milliseconds into costs.
 */
@NullMarked
package dev.multisite.placement;

import org.jspecify.annotations.NullMarked;
