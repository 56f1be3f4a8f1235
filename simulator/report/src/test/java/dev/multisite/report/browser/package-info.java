/** Opens the page in a real browser. */
@NullMarked
package dev.multisite.report.browser;

import org.jspecify.annotations.NullMarked;
