/**
 * Which sites to open: turns a scenario into a placement problem ({@link dev.multisite.optimize.SiteChoice}), finds the best
 * placements and the Pareto front ({@link dev.multisite.optimize.Optimizer}), and confirms the best few by simulation ({@link
 * dev.multisite.optimize.Confirmation}). Uses the placement solver, the engine and the experiment; writes {@code
 * placements.csv} and {@code optimize.json} into the results folder of the confirmation.
 */
@NullMarked
package dev.multisite.optimize;

import org.jspecify.annotations.NullMarked;
