/**
 * Reproducible randomness: one stream per purpose, derived from (seed, replication, purpose, name), never from the order
 * of calls; and samplers for every distribution of the scenario format.
 *
 * <p>Start at {@link dev.multisite.random.RandomStreams}. Samplers use StrictMath where they build tables, so that equal
 * seeds give equal bytes on every machine. May use {@code units} and the distribution specs of {@code scenario}.
 */
@NullMarked
package dev.multisite.random;

import org.jspecify.annotations.NullMarked;
