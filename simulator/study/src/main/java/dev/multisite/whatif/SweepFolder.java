package dev.multisite.whatif;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.multisite.whatif.SweepException.Kind;

/** The folder of a sweep: empty, begun ({@code points.log}) or complete ({@code sweep.json}). */
final class SweepFolder {
    static final String DOCUMENT = "sweep.json";
    static final String POINTS = "points.log";
    private static final String CHARTS = "charts";
    private static final List<String> OWN = List.of(
            DOCUMENT, POINTS, SweepFiles.FIGURES, SweepFiles.DIFFERENCES, SweepFiles.FAILURES, SweepFiles.SENSITIVITY);

    private final Path folder;
    private final String fingerprint;

    SweepFolder(Path folder, String fingerprint) {
        this.folder = folder;
        this.fingerprint = fingerprint;
    }

    Path pointsFile() {
        return folder.resolve(POINTS);
    }

    /** Makes the folder ready; returns whether this very sweep is complete in it already. */
    boolean prepare(Sweep.Existing existing) throws IOException, SweepException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new SweepException(Kind.CANNOT_WRITE, "cannot write " + folder + ": it is a file");
        }
        Files.createDirectories(folder);
        if (existing == Sweep.Existing.REPLACE) {
            clear();
        }
        boolean complete = Files.exists(folder.resolve(DOCUMENT));
        boolean begun = Files.exists(pointsFile());
        if (existing != Sweep.Existing.RESUME && (complete || begun)) {
            throw new SweepException(
                    Kind.CANNOT_WRITE,
                    complete
                            ? "cannot write " + folder
                                    + ": it holds results already; choose another --out, or add --force"
                            : folder + " holds a sweep that was interrupted; go on with --resume, or begin anew with"
                                    + " --force");
        }
        if (!complete && !begun && !isEmpty()) {
            throw new SweepException(
                    Kind.CANNOT_WRITE,
                    "cannot write " + folder + ": it holds other files and no sweep; choose another --out");
        }
        return complete && isThisSweep();
    }

    private void clear() throws IOException {
        if (Files.exists(folder.resolve(DOCUMENT)) || Files.exists(pointsFile())) {
            for (String name : OWN) {
                Files.deleteIfExists(folder.resolve(name));
            }
            clearCharts(folder.resolve(CHARTS));
        }
    }

    private static void clearCharts(Path charts) throws IOException {
        if (Files.isDirectory(charts)) {
            Files.deleteIfExists(charts.resolve("sensitivity.svg"));
            Files.deleteIfExists(charts.resolve("sensitivity.png"));
            try (Stream<Path> others = Files.list(charts)) {
                if (others.findAny().isPresent()) {
                    return;
                }
            }
            Files.delete(charts);
        }
    }

    private boolean isEmpty() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private boolean isThisSweep() throws IOException, SweepException {
        if (!document().path("fingerprint").asString("").equals(fingerprint)) {
            throw new SweepException(
                    Kind.OTHER_SWEEP,
                    folder + " holds the results of another what-if file, base scenario or program version; choose"
                            + " another --out, or replace them with --force");
        }
        Files.deleteIfExists(pointsFile());
        return true;
    }

    private JsonNode document() throws IOException, SweepException {
        try {
            return JsonMapper.builder()
                    .build()
                    .readTree(Files.readString(folder.resolve(DOCUMENT), StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            throw new SweepException(Kind.CANNOT_READ, folder.resolve(DOCUMENT) + " is damaged", e);
        }
    }

    /** Returns the number of points that failed in the complete sweep. */
    int failed() throws IOException, SweepException {
        return document().path("failed").asInt(0);
    }

    /** Writes {@code sweep.json}, which makes the folder complete, and drops the points file. */
    void complete(String document) throws IOException {
        Path partial = folder.resolve("." + DOCUMENT + ".partial");
        Files.writeString(partial, document, StandardCharsets.UTF_8);
        try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(partial, folder.resolve(DOCUMENT), StandardCopyOption.ATOMIC_MOVE);
        Files.deleteIfExists(pointsFile());
    }

    static SweepException cannotWrite(Path folder, IOException e) {
        String reason = e instanceof AccessDeniedException denied
                ? "no permission for " + denied.getFile()
                : e instanceof FileSystemException fault && fault.getReason() != null
                        ? fault.getReason()
                        : e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new SweepException(
                Kind.CANNOT_WRITE, "cannot write " + folder + ": " + reason + "; the points that are done are kept", e);
    }
}
