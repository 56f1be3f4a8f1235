package dev.multisite.report.charts;

import java.awt.Color;
import java.awt.Shape;

/** What a colour and a shape mean. */
public record Key(String label, Color colour, Shape shape) {}
