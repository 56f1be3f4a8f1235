package dev.multisite.scenario.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

import dev.multisite.scenario.DistributionSpec;
import dev.multisite.scenario.NetworkSpec.PathOverride;
import dev.multisite.units.Literals;

/** Reads {@code network.matrix}: {@code from,to,rtt-ms[,p95-ms][,loss]} with a header. */
final class RoundTripMatrix {

    private static final List<String> COLUMNS = List.of("from", "to", "rtt-ms", "p95-ms", "loss");
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setTrim(true).get();

    private final String file;
    private final Node node;
    private final Reading reading;
    private boolean fine = true;

    private RoundTripMatrix(String file, Node node, Reading reading) {
        this.file = file;
        this.node = node;
        this.reading = reading;
    }

    static Optional<List<PathOverride>> read(String file, Node node, Reading reading) {
        return reading.attachments()
                .rows(node, file, FORMAT)
                .flatMap(rows -> new RoundTripMatrix(file, node, reading).paths(rows));
    }

    private Optional<List<PathOverride>> paths(List<CSVRecord> rows) {
        List<String> header = rows.isEmpty() ? List.of() : rows.get(0).toList();
        boolean known = header.size() >= 3
                && header.subList(0, 3).equals(COLUMNS.subList(0, 3))
                && header.stream().distinct().count() == header.size()
                && COLUMNS.containsAll(header);
        if (!known) {
            problem(1, 1, "expected the header from,to,rtt-ms[,p95-ms][,loss]");
            return Optional.empty();
        }
        List<PathOverride> paths = new ArrayList<>();
        for (int i = 1; i < rows.size(); i++) {
            path(i + 1, header, rows.get(i)).ifPresent(paths::add);
        }
        return fine ? Optional.of(paths) : Optional.empty();
    }

    private Optional<PathOverride> path(int line, List<String> header, CSVRecord row) {
        if (row.size() != header.size()) {
            problem(line, 1, "expected " + header.size() + " columns, got " + row.size());
            return Optional.empty();
        }
        String from = row.get(0);
        String to = row.get(1);
        known(line, 1, "population or site", from, NetworkShapes.endpoints(reading));
        known(line, 2, "site", to, reading.names("sites"));
        double median = cell(line, header, row, "rtt-ms", 0);
        double p95 = cell(line, header, row, "p95-ms", median);
        double loss = cell(line, header, row, "loss", 0);
        if (p95 < median || (median == 0 && p95 > 0)) {
            problem(
                    line,
                    header.indexOf("p95-ms") + 1,
                    "the 95th percentile must not lie below a median, which is above 0");
        }
        if (loss >= 1) {
            problem(line, header.indexOf("loss") + 1, "a loss must be below 100%");
        }
        DistributionSpec rtt = p95 > median
                ? DistributionSpec.Lognormal.ofMedianAndP95(median / 1000, p95 / 1000)
                : new DistributionSpec.Constant(median / 1000);
        return fine ? Optional.of(new PathOverride(from, to, rtt, loss)) : Optional.empty();
    }

    private void known(int line, int column, String what, String name, List<String> known) {
        if (!known.contains(name)) {
            reading.problems()
                    .add(
                            new Position(file, line, column),
                            node.path().toString(),
                            "no " + what + " " + Literals.quoted(name),
                            Nearest.hint(name, known));
            fine = false;
        }
    }

    private double cell(int line, List<String> header, CSVRecord row, String column, double absent) {
        int index = header.indexOf(column);
        if (index < 0 || row.get(index).isEmpty()) {
            return absent;
        }
        try {
            double value = column.equals("loss") ? Literals.fraction(row.get(index)) : Literals.number(row.get(index));
            if (value >= 0 && value <= 1e9) {
                return value;
            }
            problem(
                    line,
                    index + 1,
                    "expected a number of milliseconds of at least 0, got " + Literals.quoted(row.get(index)));
        } catch (IllegalArgumentException e) {
            problem(line, index + 1, String.valueOf(e.getMessage()));
        }
        return absent;
    }

    private void problem(int line, int column, String message) {
        reading.problems().add(new Position(file, line, column), node.path().toString(), message, "");
        fine = false;
    }
}
