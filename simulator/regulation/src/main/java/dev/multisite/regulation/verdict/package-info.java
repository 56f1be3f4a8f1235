/**
 * Case files: dated data flows whose findings are computed and compared with what the file expects.
 *
 * <p>Start at {@link dev.multisite.regulation.verdict.VerdictCases}.
 */
@NullMarked
package dev.multisite.regulation.verdict;

import org.jspecify.annotations.NullMarked;
