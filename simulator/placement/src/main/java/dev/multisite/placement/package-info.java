/**
 * Which sites to open among candidates: the deterministic model of facility location (serving costs, opening costs, who
 * may serve whom, limits, capacity that survives the loss of any one site) and its best answers.
 *
 * <p>Start at {@link dev.multisite.placement.PlacementProblem} and {@link dev.multisite.placement.BestPlacements}; {@link
 * dev.multisite.placement.PlacementSolver} is where an exact solver plugs in. Knows nothing of scenarios: whoever asks turns
 * populations into customers and money or milliseconds into costs.
 */
@NullMarked
package dev.multisite.placement;

import org.jspecify.annotations.NullMarked;
