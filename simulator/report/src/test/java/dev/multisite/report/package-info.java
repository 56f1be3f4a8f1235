/** Tests on made-up results folders. */
@NullMarked
package dev.multisite.report;

import org.jspecify.annotations.NullMarked;
