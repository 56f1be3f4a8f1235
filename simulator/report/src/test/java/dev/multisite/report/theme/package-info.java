@NullMarked
package dev.multisite.report.theme;

import org.jspecify.annotations.NullMarked;
