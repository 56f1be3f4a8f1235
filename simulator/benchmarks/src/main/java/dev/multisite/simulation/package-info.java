/** Times of the parts of a replication; in the package of those parts, which are not public. */
@NullMarked
package dev.multisite.simulation;

import org.jspecify.annotations.NullMarked;
