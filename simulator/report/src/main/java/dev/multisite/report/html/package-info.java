/**
 * The page: what it says ({@link dev.multisite.report.html.Page}) and its making from templates ({@link
 * dev.multisite.report.html.PageWriter}). Templates are in {@code src/main/jte} and compiled with the program; they
 * escape all text, so only pictures made here are put in as they are.
 */
@NullMarked
package dev.multisite.report.html;

import org.jspecify.annotations.NullMarked;
