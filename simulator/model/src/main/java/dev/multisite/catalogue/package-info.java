/**
 * Facts shipped with the program: countries with their population centres, cities, cloud regions, day curves, access
 * technologies, the graph of landing points. Each figure names its source and licence.
 *
 * <p>Start at {@link dev.multisite.catalogue.Catalogue}. The files lie beside the classes as resources. May use {@code
 * units} and {@code geo}; knows nothing of scenarios.
 */
@NullMarked
package dev.multisite.catalogue;

import org.jspecify.annotations.NullMarked;
