package dev.multisite.experiment;

import dev.multisite.simulation.FineFigure;

/** A figure of the replays of enforcement of one architecture. */
public record FineRow(String architecture, FineFigure figure) {
    /** Returns its unit. */
    public String unit() {
        return switch (figure.metric()) {
            case "fine-probability" -> "fraction";
            case "orders", "blocks" -> "1";
            case "suspended-days" -> "days";
            case "blocked-device-days" -> "device-days";
            default -> "USD";
        };
    }
}
