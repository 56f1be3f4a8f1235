/** Measures what laws cost in time; start at {@link dev.multisite.exposure.LawTiming}. It lies in the package of what it measures. */
@NullMarked
package dev.multisite.exposure;

import org.jspecify.annotations.NullMarked;
