/**
 * The exact placement solver on OR-Tools: an optional part, found by {@link java.util.ServiceLoader}. Start at {@link
 * dev.multisite.mip.OrToolsSolver}; {@link dev.multisite.mip.PlacementModel} has the formulation.
 */
@NullMarked
package dev.multisite.mip;

import org.jspecify.annotations.NullMarked;
