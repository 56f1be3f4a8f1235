/**
 * The command line: reads arguments, calls the other modules, prints. Start at {@link dev.multisite.cli.Multisite}; one
 * class per command.
 *
 * <p>Standard output belongs to results; problems, progress and logs go to standard error. Commands touch heavy classes in
 * their {@code call} alone, so that {@code --help} stays quick. Nothing may depend on this package.
 */
@NullMarked
package dev.multisite.cli;

import org.jspecify.annotations.NullMarked;
