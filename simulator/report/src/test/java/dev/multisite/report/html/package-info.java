/** Tests of the page's words and order. */
@NullMarked
package dev.multisite.report.html;

import org.jspecify.annotations.NullMarked;
