/**
 * Whole runs of the program, each in a process of its own: time and memory, and how they grow. Needs the packaged program
 * of the module cli, nothing of its code. Start at {@link dev.multisite.whole.WholeRuns}.
 */
@NullMarked
package dev.multisite.whole;

import org.jspecify.annotations.NullMarked;
