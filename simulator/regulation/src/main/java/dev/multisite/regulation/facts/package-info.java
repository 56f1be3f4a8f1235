/**
 * What is known about a set of records: whose they are, who controls them, where copies are, how they move.
 *
 * <p>Start at {@link dev.multisite.regulation.facts.CaseFacts}. Records without behaviour beyond small derivations; an empty text means "not known".
 */
@NullMarked
package dev.multisite.regulation.facts;

import org.jspecify.annotations.NullMarked;
