/**
 * From a YAML file to a {@link dev.multisite.scenario.Scenario}, or to the complete list of what is wrong with it, each
 * problem with file, line and column.
 *
 * <p>Keys are declared once, with type, default and meaning; reading, {@code --set}, {@code validate --effective}, the
 * JSON schema and the reference page all follow from that declaration.
 */
@NullMarked
package dev.multisite.scenario.yaml;

import org.jspecify.annotations.NullMarked;
