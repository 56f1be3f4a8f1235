package dev.multisite.optimize;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

import dev.multisite.experiment.MetricRow;
import dev.multisite.optimize.Confirmation.Outcome;
import dev.multisite.results.Cells;
import dev.multisite.simulation.DemandPoints.Point;
import dev.multisite.simulation.Slice;

/** Adds the answers of an optimisation to the results folder of its confirmation. */
public final class OptimizeFiles {

    public static final String PLACEMENTS = "placements.csv";
    public static final String ASSIGNMENT = "assignment.csv";
    public static final String DOCUMENT = "optimize.json";
    public static final String ARCHITECTURES = "placements.yaml";

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();

    private final SiteChoice choice;
    private final Solution solution;
    private final Optional<Outcome> outcome;

    public OptimizeFiles(SiteChoice choice, Solution solution, Optional<Outcome> outcome) {
        this.choice = choice;
        this.solution = solution;
        this.outcome = outcome;
    }

    /** Writes all files. */
    public void write(Path folder) throws IOException {
        placements(folder.resolve(PLACEMENTS));
        assignment(folder.resolve(ASSIGNMENT));
        StringBuilder yaml =
                new StringBuilder("# Put these beside the architectures of the scenario.\narchitectures:\n");
        solution.best().forEach(candidate -> yaml.append(new PlannedArchitecture(choice, candidate).yaml()));
        Files.writeString(folder.resolve(ARCHITECTURES), yaml, StandardCharsets.UTF_8);
        Files.writeString(
                folder.resolve(DOCUMENT),
                new OptimizeJson(choice, solution, outcome).text(Optional.empty()),
                StandardCharsets.UTF_8);
    }

    private void placements(Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                CSVPrinter csv = new CSVPrinter(out, FORMAT)) {
            csv.printRecord(
                    "placement",
                    "sites",
                    "rank",
                    "pareto",
                    "objective",
                    "bound",
                    "proof",
                    "model-latency-mean",
                    "model-cost",
                    "model-failure-rate",
                    "model-non-compliant-record-years",
                    "simulated-objective",
                    "replications",
                    "selected",
                    "latency-mean",
                    "cost",
                    "failure-rate",
                    "non-compliant-record-years");
            for (Map.Entry<Candidate, Integer> entry : all().entrySet()) {
                csv.printRecord(row(entry.getKey(), entry.getValue()));
            }
        }
    }

    /** Returns every placement with its rank from 0; -1 for those that are on the front only. */
    private Map<Candidate, Integer> all() {
        Map<Candidate, Integer> all = new LinkedHashMap<>();
        for (int rank = 0; rank < solution.best().size(); rank++) {
            all.put(solution.best().get(rank), rank);
        }
        solution.front().stream().filter(candidate -> !ranked(candidate)).forEach(candidate -> all.put(candidate, -1));
        return all;
    }

    private boolean ranked(Candidate candidate) {
        return solution.best().stream().anyMatch(other -> other.open().equals(candidate.open()));
    }

    private Object[] row(Candidate candidate, int rank) {
        boolean ranked = rank >= 0;
        boolean simulated = outcome.isPresent()
                && ranked
                && rank < outcome.get().selection().means().size();
        boolean pareto =
                solution.front().stream().anyMatch(other -> other.open().equals(candidate.open()));
        return new Object[] {
            Cells.text(candidate.name()),
            candidate.sites().size(),
            ranked ? Integer.toString(rank + 1) : "",
            Boolean.toString(pareto),
            ranked ? Cells.number(candidate.objective()) : "",
            ranked ? Cells.number(candidate.bound()) : "",
            ranked ? OptimizeJson.proof(candidate.proof()) : "",
            Cells.number(candidate.figures().latencyMillis()),
            Cells.number(candidate.figures().costUsd()),
            Cells.number(candidate.figures().failureRate()),
            choice.scenario().keepsRecords() ? Cells.number(candidate.figures().exposureRecordYears()) : "",
            simulated ? Cells.number(outcome.get().selection().means().get(rank)) : "",
            simulated ? outcome.get().selection().counts().get(rank).toString() : "",
            simulated ? Boolean.toString(outcome.get().selection().best() == rank) : "",
            simulated ? simulated(candidate, "latency-mean") : "",
            simulated ? simulated(candidate, "cost") : "",
            simulated ? simulated(candidate, "failure-rate") : "",
            simulated ? simulated(candidate, "non-compliant-record-years") : ""
        };
    }

    private String simulated(Candidate candidate, String metric) {
        return outcome.flatMap(o -> o.result().metric(candidate.name(), Slice.ALL, metric))
                .map(MetricRow::estimate)
                .map(estimate -> Cells.number(estimate.value()))
                .orElse("");
    }

    private void assignment(Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                CSVPrinter csv = new CSVPrinter(out, FORMAT)) {
            csv.printRecord("placement", "country", "centre", "site", "rtt-ms", "requests", "peak-cores");
            for (Candidate candidate : solution.best()) {
                assignment(csv, candidate, candidate.open());
            }
        }
    }

    private void assignment(CSVPrinter csv, Candidate candidate, List<Integer> open) throws IOException {
        for (int point = 0; point < choice.points().size(); point++) {
            Point from = choice.points().get(point);
            int site = choice.servedBy(point, open);
            csv.printRecord(
                    Cells.text(candidate.name()),
                    Cells.text(from.population()),
                    Cells.text(from.centre()),
                    Cells.text(choice.sites().get(site).name()),
                    Cells.number(choice.rttMillis(point, site)),
                    Cells.number(from.requests()),
                    Cells.number(from.peakCores()));
        }
    }
}
