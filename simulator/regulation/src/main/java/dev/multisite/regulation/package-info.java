/**
 * Data and regulation: who holds whose records, under which law, since when, and what that exposes.
 *
 * <p>{@code law} holds laws as data, {@code catalogue} reads them, {@code facts} says what is known about records, {@code
 * evaluate} turns facts and a date into findings, {@code verdict} reads case files. The guide is simulator/docs/regulation.md.
 */
@NullMarked
package dev.multisite.regulation;

import org.jspecify.annotations.NullMarked;
