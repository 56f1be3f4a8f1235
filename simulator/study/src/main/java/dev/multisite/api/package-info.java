/**
 * The program as a library: read a scenario, change it, run it, compare, sweep. Start at {@link
 * dev.multisite.api.ScenarioFile} and {@link dev.multisite.api.SweepFile}; {@code simulator/docs/examples} has a complete file.
 * These types are stable; those they hand out are the program's own and documented where they are.
 */
@NullMarked
package dev.multisite.api;

import org.jspecify.annotations.NullMarked;
