package dev.multisite.results;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

import dev.multisite.experiment.ComparisonRow;
import dev.multisite.experiment.ExperimentResult;
import dev.multisite.experiment.ExposureRow;
import dev.multisite.experiment.ExposureTimelineRow;
import dev.multisite.experiment.FineQuantileRow;
import dev.multisite.experiment.FineRow;
import dev.multisite.experiment.MetricRow;
import dev.multisite.experiment.ReplicationRow;
import dev.multisite.experiment.TimelineRow;
import dev.multisite.scenario.Period;
import dev.multisite.simulation.Slice;
import dev.multisite.statistics.Estimate;

/** Writes the CSV files of a results folder: UTF-8, RFC 4180. */
final class CsvFiles {
    private final Path folder;
    private final ExperimentResult result;
    private final Period period;

    private CsvFiles(Path folder, ExperimentResult result) {
        this.folder = folder;
        this.result = result;
        this.period = result.scenario().period();
    }

    static void write(Path folder, ExperimentResult result) throws IOException {
        CsvFiles files = new CsvFiles(folder, result);
        files.metrics();
        files.comparison();
        files.pairs();
        files.timeline();
        if (result.scenario().keepsRecords()) {
            files.exposure();
            files.exposureTimeline();
            files.fines();
            files.fineQuantiles();
        }
        files.events();
        files.replications();
        files.latencies();
    }

    private interface Rows {
        void print(CSVPrinter printer) throws IOException;
    }

    private void file(ResultsFile file, Rows rows) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader(file.columns().toArray(String[]::new))
                .get();
        try (BufferedWriter writer = Files.newBufferedWriter(folder.resolve(file.fileName()), StandardCharsets.UTF_8);
                CSVPrinter printer = new CSVPrinter(writer, format)) {
            rows.print(printer);
        }
    }

    private void metrics() throws IOException {
        file(ResultsFile.METRICS, printer -> {
            for (MetricRow row : result.metrics()) {
                Slice slice = row.slice();
                Estimate estimate = row.estimate();
                printer.printRecord(
                        Cells.text(row.architecture()),
                        Cells.text(slice.period()),
                        Cells.text(slice.country()),
                        Cells.text(slice.site()),
                        Cells.text(slice.service()),
                        row.metric(),
                        row.unit(),
                        Cells.number(estimate.value()),
                        Cells.number(estimate.low()),
                        Cells.number(estimate.high()),
                        row.replications(),
                        Cells.number(row.events()),
                        row.note().key());
            }
        });
    }

    private void comparison() throws IOException {
        file(ResultsFile.COMPARISON, printer -> {
            for (ComparisonRow row : result.comparison()) {
                printer.printRecord(
                        Cells.text(row.architecture()),
                        Cells.text(row.baseline()),
                        Cells.text(row.country()),
                        Cells.text(row.service()),
                        row.metric(),
                        row.unit(),
                        Cells.number(row.difference().value()),
                        Cells.number(row.difference().low()),
                        Cells.number(row.difference().high()),
                        Cells.number(row.ratio().value()),
                        Cells.number(row.better().value()),
                        Cells.number(row.ratio().low()),
                        Cells.number(row.ratio().high()),
                        Cells.number(row.better().low()),
                        Cells.number(row.better().high()),
                        row.replications());
            }
        });
    }

    private void pairs() throws IOException {
        file(ResultsFile.PAIRS, printer -> {
            for (ComparisonRow row : result.pairs()) {
                printer.printRecord(
                        Cells.text(row.architecture()),
                        Cells.text(row.baseline()),
                        Cells.text(row.country()),
                        row.metric(),
                        row.unit(),
                        Cells.number(row.difference().value()),
                        Cells.number(row.difference().low()),
                        Cells.number(row.difference().high()),
                        Cells.number(row.ratio().value()),
                        Cells.number(row.better().value()),
                        Cells.number(row.ratio().low()),
                        Cells.number(row.ratio().high()),
                        Cells.number(row.better().low()),
                        Cells.number(row.better().high()),
                        row.replications());
            }
        });
    }

    private void timeline() throws IOException {
        file(ResultsFile.TIMELINE, printer -> {
            for (TimelineRow row : result.timeline()) {
                printer.printRecord(
                        Cells.text(row.architecture()),
                        time(row.binStartSeconds()),
                        Cells.text(row.country()),
                        Cells.text(row.site()),
                        row.metric(),
                        row.unit(),
                        Cells.number(row.mean()),
                        Cells.number(row.p05()),
                        Cells.number(row.p95()));
            }
        });
    }

    private void exposure() throws IOException {
        file(ResultsFile.EXPOSURE, printer -> {
            for (ExposureRow row : result.exposure()) {
                printer.printRecord(
                        Cells.text(row.architecture()),
                        Cells.text(row.key().law()),
                        Cells.text(row.key().version()),
                        Cells.text(row.key().country()),
                        Cells.text(row.key().dataClass()),
                        Cells.text(row.key().verdict()),
                        row.key().metric(),
                        row.unit(),
                        Cells.number(row.estimate().value()),
                        Cells.number(row.estimate().low()),
                        Cells.number(row.estimate().high()),
                        row.review().word());
            }
        });
    }

    /** Whether somebody has checked the file of a law against its sources; empty for sums over laws. */
    private String review(String law) {
        return result.exposure().stream()
                .filter(row -> row.key().law().equals(law))
                .map(row -> row.review().word())
                .findFirst()
                .orElse("");
    }

    private void exposureTimeline() throws IOException {
        file(ResultsFile.EXPOSURE_TIMELINE, printer -> {
            for (ExposureTimelineRow row : result.exposureTimeline()) {
                printer.printRecord(
                        Cells.text(row.architecture()),
                        time(row.binStartSeconds()),
                        Cells.text(row.law()),
                        Cells.text(row.state()),
                        Cells.text(row.basis()),
                        row.metric(),
                        row.unit(),
                        Cells.number(row.mean()),
                        Cells.number(row.p05()),
                        Cells.number(row.p95()));
            }
        });
    }

    private void fines() throws IOException {
        file(ResultsFile.FINES, printer -> {
            for (FineRow row : result.fines()) {
                printer.printRecord(
                        Cells.text(row.architecture()),
                        Cells.text(row.law()),
                        row.metric(),
                        row.unit(),
                        Cells.number(row.value()),
                        Cells.number(row.standardError()),
                        row.replays(),
                        review(row.law()));
            }
        });
    }

    private void fineQuantiles() throws IOException {
        file(ResultsFile.FINES_DISTRIBUTION, printer -> {
            for (FineQuantileRow row : result.fineQuantiles()) {
                printer.printRecord(
                        Cells.text(row.architecture()),
                        Cells.number(row.quantile()),
                        Cells.number(row.announcedUsd()),
                        Cells.number(row.collectedUsd()));
            }
        });
    }

    private void events() throws IOException {
        file(ResultsFile.EVENTS, printer -> {
            for (var row : result.events()) {
                printer.printRecord(
                        Cells.text(row.architecture()),
                        time(row.event().timeSeconds()),
                        row.event().kind(),
                        Cells.text(row.event().subject()),
                        Cells.text(row.event().detail()));
            }
        });
    }

    private void replications() throws IOException {
        file(ResultsFile.REPLICATIONS, printer -> {
            for (ReplicationRow row : result.replicationRows()) {
                Slice slice = row.slice();
                printer.printRecord(
                        Cells.text(row.architecture()),
                        row.replication() + 1,
                        Cells.text(slice.period()),
                        Cells.text(slice.country()),
                        Cells.text(slice.site()),
                        Cells.text(slice.service()),
                        row.metric(),
                        row.unit(),
                        Cells.number(row.value()));
            }
        });
    }

    private void latencies() throws IOException {
        file(ResultsFile.LATENCY, printer -> {
            for (var row : result.latencies()) {
                printer.printRecord(List.of(
                        Cells.text(row.architecture()),
                        Cells.text(row.country()),
                        Cells.number(row.quantile()),
                        Cells.number(row.latencyMillis())));
            }
        });
    }

    private String time(double seconds) {
        Instant instant = period.toInstant(seconds);
        return instant.toString();
    }
}
