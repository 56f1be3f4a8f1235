package dev.multisite.experiment;

import dev.multisite.simulation.ExposureFigure;
import dev.multisite.statistics.Estimate;

/** Record-years of an architecture over its replications. */
public record ExposureRow(
        String architecture, ExposureFigure.Key key, String unit, Estimate estimate, ExposureFigure.Review review) {}
