package dev.multisite.report.charts;

import java.util.ArrayList;
import java.util.List;

import dev.multisite.report.results.Estimate;
import dev.multisite.report.theme.Numbers;

/** The figures behind a picture. */
public record DataTable(List<String> headers, List<List<Cell>> rows) {

    public DataTable {
        headers = List.copyOf(headers);
        rows = List.copyOf(rows);
    }

    /** Returns a table without rows. */
    public static DataTable empty() {
        return new DataTable(List.of(), List.of());
    }

    /**
     * A cell.
     *
     * @param text as shown
     * @param sort number to sort by; NaN: sort by text
     */
    public record Cell(String text, double sort) {

        public static Cell of(String text) {
            return new Cell(text, Double.NaN);
        }

        /** Returns a figure with its interval. */
        public static Cell of(Estimate estimate, String unit) {
            return new Cell(
                    Numbers.compact(estimate, unit), estimate.isPresent() ? estimate.mean() : -Double.MAX_VALUE);
        }

        public boolean isNumber() {
            return !Double.isNaN(sort);
        }
    }

    /** Collects rows. */
    static final class Builder {

        private final List<String> headers;
        private final List<List<Cell>> rows = new ArrayList<>();

        Builder(String... headers) {
            this.headers = List.of(headers);
        }

        Builder row(Cell... cells) {
            rows.add(List.of(cells));
            return this;
        }

        DataTable build() {
            return new DataTable(headers, rows);
        }
    }
}
