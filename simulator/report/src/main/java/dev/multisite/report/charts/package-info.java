/**
 * One class per question: each makes a {@link dev.multisite.report.charts.Chart} from a results folder, or none if the
 * folder has no figures for it. Start at {@link dev.multisite.report.charts.Gallery}. Uses the theme and the results;
 * knows nothing of HTML.
 */
@NullMarked
package dev.multisite.report.charts;

import org.jspecify.annotations.NullMarked;
