package dev.multisite.experiment;

/**
 * A figure of the replays of enforcement of one architecture.
 *
 * @param law law; empty: all together
 * @param standardError Monte Carlo standard error; NaN where none is known
 * @param replays replays behind it
 */
public record FineRow(String architecture, String law, String metric, double value, double standardError, int replays) {
    /** Returns its unit. */
    public String unit() {
        return switch (metric) {
            case "fine-probability",
                    "order-probability",
                    "suspension-probability",
                    "closure-probability",
                    "block-probability" -> "fraction";
            case "orders", "suspensions", "closures", "blocks" -> "1";
            case "suspended-days", "first-measure" -> "days";
            case "unsold-devices" -> "devices";
            case "blocked-device-days" -> "device-days";
            default -> "USD";
        };
    }
}
