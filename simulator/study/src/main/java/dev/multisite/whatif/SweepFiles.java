package dev.multisite.whatif;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

import dev.multisite.results.Cells;
import dev.multisite.scenario.whatif.Axis;
import dev.multisite.simulation.Metrics;
import dev.multisite.statistics.Estimate;
import dev.multisite.whatif.PointResult.Difference;
import dev.multisite.whatif.PointResult.Done;
import dev.multisite.whatif.PointResult.Failed;
import dev.multisite.whatif.PointResult.Figure;

/** Writes the CSV files of a sweep from its points file, in the order of the points. Holds one point at a time. */
final class SweepFiles {
    static final String FIGURES = "sweep.csv";
    static final String DIFFERENCES = "sweep-comparison.csv";
    static final String FAILURES = "sweep-failures.csv";
    static final String SENSITIVITY = "sensitivity.csv";

    private static final Pattern NUMBER = Pattern.compile("-\\d+(\\.\\d+)?");

    private final Path folder;
    private final List<String> axes;
    private final Points points;
    private final PointsFile file;
    private int failed;

    SweepFiles(Path folder, List<Axis> axes, Points points, PointsFile file) {
        this.folder = folder;
        this.axes = axes.stream().map(Axis::path).map(Cells::text).toList();
        this.points = points;
        this.file = file;
    }

    /** Writes which axis moves which figure, and returns it. */
    List<SensitivityRow> writeSensitivity(Sensitivity sensitivity) throws IOException {
        for (int number = 1; number <= points.size(); number++) {
            if (file.read(number) instanceof Done done) {
                sensitivity.add(points.get(number), done);
            }
        }
        List<SensitivityRow> rows = sensitivity.rows();
        List<String> header = List.of(
                "axis",
                "architecture",
                "metric",
                "unit",
                "kind",
                "from",
                "to",
                "value",
                "ci-low",
                "ci-high",
                "observations");
        print(SENSITIVITY, header, printer -> {
            for (SensitivityRow row : rows) {
                boolean effect = row.kind() == SensitivityRow.Kind.EFFECT;
                List<Object> cells = new ArrayList<>(List.of(
                        Cells.text(row.axis()),
                        Cells.text(row.architecture()),
                        row.metric(),
                        effect ? Metrics.UNITS.getOrDefault(row.metric(), "") : "fraction",
                        row.kind().key(),
                        label(row.from()),
                        label(row.to())));
                add(row.value(), cells);
                cells.add(row.value().observations());
                printer.printRecord(cells);
            }
        });
        return rows;
    }

    /** Returns the number of points that failed, once the files are written. */
    int failed() {
        return failed;
    }

    private interface Rows {
        void print(Point point, PointResult result, CSVPrinter printer) throws IOException;
    }

    void write() throws IOException {
        table(
                FIGURES,
                List.of(
                        "architecture",
                        "country",
                        "site",
                        "metric",
                        "unit",
                        "mean",
                        "ci-low",
                        "ci-high",
                        "replications",
                        "note"),
                this::figures);
        table(
                DIFFERENCES,
                List.of(
                        "architecture",
                        "baseline",
                        "country",
                        "metric",
                        "unit",
                        "difference",
                        "ci-low",
                        "ci-high",
                        "ratio",
                        "p-better",
                        "replications"),
                this::differences);
        table(FAILURES, List.of("reason"), this::failures);
    }

    private void table(String name, List<String> columns, Rows rows) throws IOException {
        List<String> header = new ArrayList<>(List.of("point"));
        header.addAll(axes);
        header.addAll(columns);
        print(name, header, printer -> {
            for (int number = 1; number <= points.size(); number++) {
                rows.print(points.get(number), file.read(number), printer);
            }
        });
    }

    private interface Content {
        void print(CSVPrinter printer) throws IOException;
    }

    private void print(String name, List<String> header, Content content) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader(header.toArray(String[]::new))
                .get();
        Path partial = folder.resolve("." + name + ".partial");
        try (BufferedWriter writer = Files.newBufferedWriter(partial, StandardCharsets.UTF_8);
                CSVPrinter printer = new CSVPrinter(writer, format)) {
            content.print(printer);
        }
        Files.move(partial, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private void figures(Point point, PointResult result, CSVPrinter printer) throws IOException {
        if (result instanceof Done done) {
            for (Figure figure : done.figures()) {
                List<Object> cells = begin(point);
                cells.addAll(List.of(
                        Cells.text(figure.architecture()),
                        Cells.text(figure.country()),
                        Cells.text(figure.site()),
                        figure.metric(),
                        figure.unit()));
                add(figure.estimate(), cells);
                cells.addAll(List.of(figure.replications(), figure.note()));
                printer.printRecord(cells);
            }
        }
    }

    private void differences(Point point, PointResult result, CSVPrinter printer) throws IOException {
        if (result instanceof Done done) {
            for (Difference row : done.differences()) {
                List<Object> cells = begin(point);
                cells.addAll(List.of(
                        Cells.text(row.architecture()),
                        Cells.text(row.baseline()),
                        Cells.text(row.country()),
                        row.metric(),
                        row.unit()));
                add(row.difference(), cells);
                cells.addAll(List.of(Cells.number(row.ratio()), Cells.number(row.better()), row.replications()));
                printer.printRecord(cells);
            }
        }
    }

    private void failures(Point point, PointResult result, CSVPrinter printer) throws IOException {
        if (result instanceof Failed failure) {
            failed++;
            List<Object> cells = begin(point);
            cells.add(Cells.text(failure.reason()));
            printer.printRecord(cells);
        }
    }

    private static List<Object> begin(Point point) {
        List<Object> cells = new ArrayList<>();
        cells.add(point.number());
        point.labels().forEach(label -> cells.add(label(label)));
        return cells;
    }

    /** A negative number is no formula. */
    private static String label(String label) {
        return NUMBER.matcher(label).matches() ? label : Cells.text(label);
    }

    private static void add(Estimate estimate, List<Object> cells) {
        cells.add(Cells.number(estimate.value()));
        cells.add(Cells.number(estimate.low()));
        cells.add(Cells.number(estimate.high()));
    }
}
