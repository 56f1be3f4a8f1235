/**
 * What a what-if file asks: a base scenario, the values to vary in it, the design that combines them, and what to measure.
 *
 * <p>Plain values; {@code dev.multisite.scenario.yaml.WhatIfReader} makes them, {@code dev.multisite.whatif} runs them.
 */
@NullMarked
package dev.multisite.scenario.whatif;

import org.jspecify.annotations.NullMarked;
