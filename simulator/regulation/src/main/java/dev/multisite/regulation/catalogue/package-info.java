/**
 * Reads and checks law files, country lists, the vocabulary and currency rates.
 *
 * <p>Start at {@link dev.multisite.regulation.catalogue.LawCatalogue#load}. Every fault of every file is collected and named with file, line and
 * column; a catalogue with a fault is not used.
 */
@NullMarked
package dev.multisite.regulation.catalogue;

import org.jspecify.annotations.NullMarked;
