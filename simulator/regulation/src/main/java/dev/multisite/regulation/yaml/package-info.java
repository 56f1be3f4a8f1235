/**
 * Reads YAML 1.2 into a tree whose every value knows its file, line and column, and collects what is wrong with it.
 *
 * <p>Start at {@link dev.multisite.regulation.yaml.YamlReader}. Keys and words may be written with hyphens or underscores; both mean the
 * same. Uses nothing but the parser.
 */
@NullMarked
package dev.multisite.regulation.yaml;

import org.jspecify.annotations.NullMarked;
