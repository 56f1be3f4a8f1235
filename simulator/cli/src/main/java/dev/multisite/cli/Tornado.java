package dev.multisite.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.multisite.scenario.MetricNames;
import dev.multisite.whatif.SensitivityRow;
import dev.multisite.whatif.SensitivityRow.Kind;

/** A tornado chart of letters: per metric the axes that move it most. */
final class Tornado {
    private static final int MOST_ROWS = 8;
    private static final int BAR = 12;

    private Tornado() {}

    static List<String> lines(List<String> metrics, List<SensitivityRow> rows) {
        List<String> lines = new ArrayList<>();
        for (String metric : metrics) {
            List<SensitivityRow> moved = rows.stream()
                    .filter(row -> row.metric().equals(metric)
                            && row.kind() == Kind.EFFECT
                            && row.value().value() > 0)
                    .sorted(Comparator.comparingDouble(
                            (SensitivityRow row) -> -row.value().value()))
                    .limit(MOST_ROWS)
                    .toList();
            if (!moved.isEmpty()) {
                lines.add(metric + unit(metric) + ", largest difference along each axis");
                moved.forEach(row -> lines.add(line(row, moved.get(0).value().value())));
            }
        }
        return lines;
    }

    private static String unit(String metric) {
        String unit = MetricNames.UNITS.getOrDefault(metric, "");
        return unit.isEmpty() || unit.equals("1") ? "" : " (" + unit + ")";
    }

    private static String line(SensitivityRow row, double largest) {
        int length = (int) Math.max(1, Math.round(BAR * row.value().value() / largest));
        String value = Figures.text(row.value().value()) + " ± "
                + Figures.text(row.value().halfWidth());
        String line = "  %-14s %-24s %-12s %s, %s to %s"
                .formatted(
                        cut(row.architecture(), 14),
                        cut(row.axis(), 24),
                        "█".repeat(length),
                        value,
                        cut(row.from(), 20),
                        cut(row.to(), 20));
        return line.stripTrailing();
    }

    private static String cut(String text, int width) {
        return text.length() <= width ? text : "…" + text.substring(text.length() - width + 1);
    }
}
