/**
 * Draws a results folder: charts as SVG and PNG, and one self-contained HTML page.
 *
 * <p>Start at {@link dev.multisite.report.Report}. Reads files only and knows no other module, so any results folder can
 * be redrawn at any time.
 */
@NullMarked
package dev.multisite.report;

import org.jspecify.annotations.NullMarked;
