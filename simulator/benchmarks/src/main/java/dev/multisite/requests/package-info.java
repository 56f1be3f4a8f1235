/** Benchmarks of the request plane; in its package, to reach the reference work of its tests. */
@NullMarked
package dev.multisite.requests;

import org.jspecify.annotations.NullMarked;
