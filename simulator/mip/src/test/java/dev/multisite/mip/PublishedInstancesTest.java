package dev.multisite.mip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import dev.multisite.catalogue.Catalogue;
import dev.multisite.optimize.Candidate;
import dev.multisite.optimize.Optimizer;
import dev.multisite.optimize.SiteChoice;
import dev.multisite.optimize.Solution;
import dev.multisite.placement.Placement;
import dev.multisite.placement.PlacementSolver;
import dev.multisite.scenario.yaml.ScenarioReader;
import dev.multisite.scenario.yaml.ScenarioResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Placement problems written as scenarios with a round-trip matrix. {@code -Dmultisite.instances=DIR} names a folder with the
 * files {@code pmed_instances.csv}, {@code pmed_edges.csv}, {@code cap_instances.csv}, {@code cap_sites.csv} and {@code
 * cap_costs.csv} of the OR-Library instances (Beasley 1990); of duplicate edges the last counts.
 */
class PublishedInstancesTest {

    @TempDir
    Path folder;

    @Test
    void aScenarioWithAMatrixGivesTheMediansOfEnumeration() throws IOException {
        int n = 12;
        double[][] millis = distances(n, 5);
        Solution solution = solve("small", millis, new double[n], "sites: 3");
        double best = Double.POSITIVE_INFINITY;
        for (int a = 0; a < n; a++) {
            for (int b = a + 1; b < n; b++) {
                for (int c = b + 1; c < n; c++) {
                    best = Math.min(best, cost(millis, a, b, c));
                }
            }
        }
        Candidate found = solution.best().get(0);
        assertThat(found.figures().latencyMillis() * n).isCloseTo(best, within(1e-6));
        assertThat(found.proof()).isEqualTo(Placement.Proof.OPTIMAL);
    }

    /** A regular grid of 10 x 10 towns: the optimum is proven within the time that the project promises. */
    @Test
    @Tag("slow")
    void aHundredCandidatesForAHundredPopulationsAreProvenInAMinute() throws IOException {
        Solution solution = solve("hundred", distances(100, 11), new double[100], "sites: 5");
        assertThat(solution.best().get(0).proof()).isEqualTo(Placement.Proof.OPTIMAL);
        assertThat(solution.seconds()).isLessThan(60);
    }

    @TestFactory
    @Tag("slow")
    Stream<DynamicTest> publishedOptimaAreProven() throws IOException {
        String place = System.getProperty("multisite.instances", "");
        Assumptions.assumeFalse(place.isEmpty());
        Path data = Path.of(place);
        Stream<DynamicTest> medians = rows(data.resolve("pmed_instances.csv")).stream()
                .map(row -> DynamicTest.dynamicTest(row.get("instance"), () -> median(data, row)));
        Stream<DynamicTest> facilities = rows(data.resolve("cap_instances.csv")).stream()
                .map(row -> DynamicTest.dynamicTest(row.get("instance"), () -> facility(data, row)));
        return Stream.concat(medians, facilities);
    }

    private void median(Path data, Row row) throws IOException {
        int n = Integer.parseInt(row.get("vertices"));
        double[][] distance = new double[n][n];
        for (int i = 0; i < n; i++) {
            Arrays.fill(distance[i], 1e9);
            distance[i][i] = 0;
        }
        for (Row edge : rows(data.resolve("pmed_edges.csv"))) {
            if (edge.get("instance").equals(row.get("instance"))) {
                int u = Integer.parseInt(edge.get("u")) - 1;
                int v = Integer.parseInt(edge.get("v")) - 1;
                distance[u][v] = Double.parseDouble(edge.get("cost"));
                distance[v][u] = distance[u][v];
            }
        }
        shortestPaths(distance);
        Solution solution = solve(row.get("instance"), distance, new double[n], "sites: " + row.get("p"));
        Candidate best = solution.best().get(0);
        assertThat(best.figures().latencyMillis() * n).isCloseTo(Double.parseDouble(row.get("optimum")), within(1e-6));
        assertThat(best.proof()).isEqualTo(Placement.Proof.OPTIMAL);
    }

    private void facility(Path data, Row row) throws IOException {
        Map<Integer, Double> fixed = new TreeMap<>();
        for (Row site : rows(data.resolve("cap_sites.csv"))) {
            if (site.get("instance").equals(row.get("instance"))) {
                fixed.put(Integer.parseInt(site.get("site")), Double.parseDouble(site.get("fixed_cost")));
            }
        }
        Map<Integer, double[]> costs = new TreeMap<>();
        for (Row cost : rows(data.resolve("cap_costs.csv"))) {
            int site = Integer.parseInt(cost.get("site"));
            if (cost.get("cost_group").equals(row.get("cost_group")) && site <= fixed.size()) {
                costs.computeIfAbsent(Integer.parseInt(cost.get("customer")), c -> new double[fixed.size()])[site - 1] =
                        Double.parseDouble(cost.get("cost_of_all_demand"));
            }
        }
        double[] opening =
                fixed.values().stream().mapToDouble(Double::doubleValue).toArray();
        Solution solution = solve(
                row.get("instance"),
                costs.values().toArray(new double[0][]),
                opening,
                "minimise: cost, latency-price: " + costs.size() + " USD");
        Candidate best = solution.best().get(0);
        assertThat(best.objective()).isCloseTo(Double.parseDouble(row.get("optimum_uncapacitated")), within(1e-5));
        assertThat(best.proof()).isEqualTo(Placement.Proof.OPTIMAL);
    }

    private Solution solve(String name, double[][] millis, double[] openingUsd, String question) throws IOException {
        Path file = scenario(name, millis, openingUsd, question);
        ScenarioResult read = new ScenarioReader(Catalogue.standard()).read(file);
        assertThat(read).as("%s", read).isInstanceOf(ScenarioResult.Valid.class);
        SiteChoice choice = SiteChoice.of(((ScenarioResult.Valid) read).scenario(), Catalogue.standard());
        Optional<PlacementSolver> solver = PlacementSolver.find();
        return new Optimizer(choice, solver, Duration.ofMinutes(2)).solve(1);
    }

    /** Every population has the same demand, so sums are means times their number; opening costs are capital. */
    private Path scenario(String name, double[][] millis, double[] openingUsd, String question) throws IOException {
        StringBuilder matrix = new StringBuilder("from,to,rtt-ms\n");
        StringBuilder text = new StringBuilder("multisite: 1\nperiod: {from: 2020-01-01, to: 2020-01-02}\n");
        text.append("services: {s: {requests: 10/d, service-time: 1ms, response-size: 0 B}}\npopulations:\n");
        for (int i = 0; i < millis.length; i++) {
            text.append("  c%d: {place: {at: [0, 0], country: IN}, devices: 100}%n".formatted(i));
            for (int j = 0; j < millis[i].length; j++) {
                matrix.append("c%d,s%d,%s%n".formatted(i, j, millis[i][j]));
            }
        }
        text.append("sites:\n");
        for (int j = 0; j < openingUsd.length; j++) {
            text.append(("  s%d: {place: {at: [0, 0], country: IN}, hosts: 9, cost: {capex: %s USD, life: 1d,"
                            + " per-host-hour: 0 USD, egress-per-gb: 0 USD}}%n")
                    .formatted(j, openingUsd[j]));
        }
        text.append("network: {model: none, matrix: " + name + ".csv}\n");
        text.append("architectures: {a: {phases: [{from: start, route: {to: [s0]}}]}}\n");
        text.append("optimize: {" + question + "}\n");
        Files.writeString(folder.resolve(name + ".csv"), matrix, StandardCharsets.UTF_8);
        return Files.writeString(folder.resolve(name + ".yaml"), text, StandardCharsets.UTF_8);
    }

    /** Returns the distances of random points of a square, rounded. */
    private static double[][] distances(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = random.doubles(n, 0, 100).toArray();
        double[] y = random.doubles(n, 0, 100).toArray();
        return IntStream.range(0, n)
                .mapToObj(i -> IntStream.range(0, n)
                        .mapToDouble(j ->
                                Math.rint(Math.sqrt((x[i] - x[j]) * (x[i] - x[j]) + (y[i] - y[j]) * (y[i] - y[j]))))
                        .toArray())
                .toArray(double[][]::new);
    }

    private static void shortestPaths(double[][] distance) {
        for (int k = 0; k < distance.length; k++) {
            for (double[] row : distance) {
                for (int j = 0; j < distance.length; j++) {
                    row[j] = Math.min(row[j], row[k] + distance[k][j]);
                }
            }
        }
    }

    private static double cost(double[][] millis, int... open) {
        return Arrays.stream(millis)
                .mapToDouble(row ->
                        Arrays.stream(open).mapToDouble(site -> row[site]).min().orElseThrow())
                .sum();
    }

    private static List<Row> rows(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            String[] names = lines.get(0).split(",", -1);
            List<Row> rows = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", -1);
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < names.length; i++) {
                    row.put(names[i], cells[i]);
                }
                rows.add(new Row(row));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line of a CSV file. */
    private record Row(Map<String, String> cells) {
        String get(String column) {
            return Objects.requireNonNull(cells.get(column), column);
        }
    }
}
