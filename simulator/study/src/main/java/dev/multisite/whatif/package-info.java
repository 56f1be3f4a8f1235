/**
 * Sweeps: many variants of one scenario, simulated on common random numbers, and what they say about the inputs.
 *
 * <p>Start at {@link dev.multisite.whatif.Sweep}. A design becomes points ({@link dev.multisite.whatif.Points}), finished
 * points go into an append-only file that survives a crash, and the results files are made from it at the end. Uses the
 * experiment and the scenario reader.
 */
@NullMarked
package dev.multisite.whatif;

import org.jspecify.annotations.NullMarked;
