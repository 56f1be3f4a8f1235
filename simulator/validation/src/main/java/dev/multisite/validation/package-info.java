/**
 * Proof that the figures are right: cases with exactly known answers, each run through the real program path (scenario
 * file, command line, results folder) and judged by the same two-part rule.
 *
 * <p>Start at {@link dev.multisite.validation.ExactCase}; the cases lie beside it as resources, one file each. Nothing may
 * depend on this package.
 */
@NullMarked
package dev.multisite.validation;

import org.jspecify.annotations.NullMarked;
