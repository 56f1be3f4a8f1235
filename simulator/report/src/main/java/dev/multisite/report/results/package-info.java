/**
 * Reads a results folder into plain values. Start at {@link dev.multisite.report.results.ResultsFolder}.
 *
 * <p>Reading is forgiving where older folders may differ (a missing file is an empty table, a missing column an empty
 * cell) and strict about text: every name passes {@link dev.multisite.report.results.Text}, so no control or
 * direction-changing character reaches a page or picture. Uses Jackson and Commons CSV only.
 */
@NullMarked
package dev.multisite.report.results;

import org.jspecify.annotations.NullMarked;
