/**
 * What the figures allow to say: sentences that are never stronger than their intervals, and the table of the terminal.
 *
 * <p>Start at {@link dev.multisite.verdict.Verdicts} and {@link dev.multisite.verdict.ComparisonTable}. Numbers are rounded
 * to what their interval supports. Uses the results of {@code experiment} alone.
 */
@NullMarked
package dev.multisite.verdict;

import org.jspecify.annotations.NullMarked;
