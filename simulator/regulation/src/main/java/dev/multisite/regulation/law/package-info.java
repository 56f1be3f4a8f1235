/**
 * A law as data: versions by date, whom and what they apply to, rules, penalties, how it is enforced, sources.
 *
 * <p>Start at {@link dev.multisite.regulation.law.Law}. Immutable records without behaviour beyond looking things up by date; no law, no country
 * and no data class is named in the code. {@link java.time.LocalDate#MAX} stands for "no end" and "never".
 */
@NullMarked
package dev.multisite.regulation.law;

import org.jspecify.annotations.NullMarked;
