package dev.multisite.results;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.multisite.experiment.MetricRow;
import dev.multisite.experiment.MetricRow.Note;
import dev.multisite.experiment.ReplicationRow;
import dev.multisite.results.ResultsException.Kind;
import dev.multisite.simulation.Slice;
import dev.multisite.statistics.Estimate;

/**
 * A results folder read back: the run and the figures that comparisons need.
 *
 * @param scenario its short name
 * @param replications replications of each architecture
 * @param effective the scenario with every default, as a scenario file
 */
public record StoredRun(
        Path folder,
        String scenario,
        String title,
        String baseline,
        String programVersion,
        long seed,
        int replications,
        double confidence,
        String effective,
        List<MetricRow> metrics,
        List<ReplicationRow> replicationRows) {
    public StoredRun {
        metrics = List.copyOf(metrics);
        replicationRows = List.copyOf(replicationRows);
    }

    /**
     * Reads a results folder.
     *
     * @throws ResultsException if it is missing, incomplete, damaged or of another format version
     */
    public static StoredRun read(Path folder) throws ResultsException {
        JsonNode run = run(folder);
        return new StoredRun(
                folder,
                run.path("scenario").path("name").asString(""),
                run.path("scenario").path("title").asString(""),
                run.path("scenario").path("baseline").asString(""),
                run.path("program").path("version").asString(""),
                run.path("seed").asLong(0),
                run.path("replications").asInt(0),
                run.path("confidence").asDouble(0.95),
                run.path("scenario").path("effective").asString(""),
                rows(folder, ResultsFile.METRICS, StoredRun::metric),
                rows(folder, ResultsFile.REPLICATIONS, StoredRun::replication));
    }

    private static JsonNode run(Path folder) throws ResultsException {
        if (!Files.isDirectory(folder)) {
            throw unreadable(folder, Files.exists(folder) ? "it is a file, not a results folder" : "no such folder");
        }
        Path file = folder.resolve("run.json");
        JsonNode run;
        try {
            run = JsonMapper.builder().build().readTree(Files.readString(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            throw unreadable(folder, "it has no run.json, so it is no complete results folder");
        } catch (JacksonException e) {
            throw unreadable(folder, "its run.json is damaged: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw unreadable(folder, "its run.json cannot be read: " + e.getMessage());
        }
        int format = run.path("format").asInt(0);
        if (format != RunJson.FORMAT) {
            throw unreadable(
                    folder, "its format version is " + format + ", but this program reads version " + RunJson.FORMAT);
        }
        return run;
    }

    private interface RowReader<T> {
        T read(CSVRecord cells);
    }

    private static <T> List<T> rows(Path folder, ResultsFile file, RowReader<T> reader) throws ResultsException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        List<T> rows = new ArrayList<>();
        long line = 1;
        try (CSVParser parser = CSVParser.parse(folder.resolve(file.fileName()), StandardCharsets.UTF_8, format)) {
            requireColumns(folder, file, parser.getHeaderNames());
            for (CSVRecord cells : parser) {
                line = cells.getRecordNumber() + 1;
                if (!cells.isConsistent()) {
                    throw unreadable(folder, file.fileName() + " breaks off in line " + line);
                }
                rows.add(reader.read(cells));
            }
            return rows;
        } catch (NoSuchFileException e) {
            throw unreadable(folder, "it has no " + file.fileName());
        } catch (CharacterCodingException e) {
            throw unreadable(folder, file.fileName() + " is not UTF-8");
        } catch (CSVException | IllegalArgumentException e) {
            throw unreadable(folder, file.fileName() + " is damaged after line " + line + ": " + e.getMessage());
        } catch (IOException e) {
            throw unreadable(folder, file.fileName() + " cannot be read: " + e.getMessage());
        }
    }

    private static void requireColumns(Path folder, ResultsFile file, List<String> found) throws ResultsException {
        for (String column : file.columns()) {
            if (!found.contains(column)) {
                throw unreadable(folder, file.fileName() + " has no column '" + column + "'");
            }
        }
    }

    private static ResultsException unreadable(Path folder, String reason) {
        return new ResultsException(Kind.CANNOT_READ, "cannot read results in " + folder + ": " + reason);
    }

    private static MetricRow metric(CSVRecord cells) {
        int replications = Integer.parseInt(cells.get("replications"));
        return new MetricRow(
                text(cells, "architecture"),
                slice(cells),
                cells.get("metric"),
                cells.get("unit"),
                new Estimate(number(cells, "mean"), number(cells, "ci-low"), number(cells, "ci-high"), replications),
                replications,
                number(cells, "events"),
                note(cells.get("note")));
    }

    private static Note note(String key) {
        for (Note note : Note.values()) {
            if (note.key().equals(key)) {
                return note;
            }
        }
        throw new IllegalArgumentException("unknown note '" + key + "'");
    }

    private static ReplicationRow replication(CSVRecord cells) {
        return new ReplicationRow(
                text(cells, "architecture"),
                Integer.parseInt(cells.get("replication")) - 1,
                slice(cells),
                cells.get("metric"),
                cells.get("unit"),
                number(cells, "value"));
    }

    private static Slice slice(CSVRecord cells) {
        return new Slice(text(cells, "period"), text(cells, "country"), text(cells, "site"), text(cells, "service"));
    }

    private static String text(CSVRecord cells, String column) {
        return Cells.plain(cells.get(column));
    }

    private static double number(CSVRecord cells, String column) {
        String cell = cells.get(column);
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }
}
