/**
 * The world as shapes: Natural Earth's countries in the Equal Earth projection. Start at {@link
 * dev.multisite.report.map.WorldShapes}. Knows neither charts nor results.
 */
@NullMarked
package dev.multisite.report.map;

import org.jspecify.annotations.NullMarked;
