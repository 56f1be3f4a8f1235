@NullMarked
package dev.multisite.report.results;

import org.jspecify.annotations.NullMarked;
