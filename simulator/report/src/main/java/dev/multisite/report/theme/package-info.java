/**
 * The one visual language of all pictures: font, colours, axes, numbers in words. Start at {@link
 * dev.multisite.report.theme.Theme}. Knows JFreeChart, but no results.
 */
@NullMarked
package dev.multisite.report.theme;

import org.jspecify.annotations.NullMarked;
