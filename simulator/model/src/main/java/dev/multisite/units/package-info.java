/**
 * Quantities that carry their unit: {@link dev.multisite.units.Rate}, {@link dev.multisite.units.DataSize}, {@link
 * dev.multisite.units.Bandwidth}, {@link dev.multisite.units.Money} and, for durations, {@link java.time.Duration}.
 *
 * <p>A year is 365.25 days everywhere ({@link dev.multisite.units.Durations#YEAR}). Inside hot loops primitives are used
 * and their names end in the unit ({@code rttMillis}). May use the JDK only.
 */
@NullMarked
package dev.multisite.units;

import org.jspecify.annotations.NullMarked;
