/**
 * Results folders: written whole or not at all, never over others, read back with clear errors.
 *
 * <p>Start at {@link dev.multisite.results.ResultsWriter} and {@link dev.multisite.results.StoredRun}. The files are
 * described in {@code simulator/docs/results.md}. Uses {@code experiment} and {@code verdict}; knows nothing of the command
 * line.
 */
@NullMarked
package dev.multisite.results;

import org.jspecify.annotations.NullMarked;
