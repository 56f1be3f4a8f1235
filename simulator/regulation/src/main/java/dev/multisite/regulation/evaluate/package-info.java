/**
 * Findings from facts: which law says what about a set of records on a date, and which states can reach them.
 *
 * <p>Start at {@link dev.multisite.regulation.evaluate.Evaluator}, a pure function of catalogue, facts and date. Nothing here knows a
 * particular law.
 */
@NullMarked
package dev.multisite.regulation.evaluate;

import org.jspecify.annotations.NullMarked;
