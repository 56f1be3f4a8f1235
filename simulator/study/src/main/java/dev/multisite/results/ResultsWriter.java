package dev.multisite.results;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import dev.multisite.experiment.ExperimentResult;
import dev.multisite.results.ResultsException.Kind;

/**
 * Writes results folders. A folder is written under another name beside its place and moved there when it is complete;
 * folders that exist are kept, or, if they are to be replaced, moved aside until the new one stands.
 */
public final class ResultsWriter {
    private ResultsWriter() {}

    /** What is added to a folder before it takes its place, such as charts. */
    @FunctionalInterface
    public interface Finish {
        /** Adds nothing. */
        Finish NOTHING = folder -> {};

        /** Adds to {@code folder}, which has all its figures. */
        void finish(Path folder) throws IOException;
    }

    /**
     * Writes below {@code results}, under a name made of scenario and run id; {@code -2}, {@code -3} … follow if that
     * exists.
     *
     * @param replace whether to replace an existing folder of that name instead
     * @param finish adds to the folder before it takes its place
     * @return the folder
     * @throws ResultsException if it cannot be written
     */
    public static Path writeBelow(Path results, RunInfo info, ExperimentResult result, boolean replace, Finish finish)
            throws ResultsException {
        String name = RunId.folderName(info, result);
        Path folder = results.resolve(name);
        for (int counter = 2; !replace && Files.exists(folder); counter++) {
            folder = results.resolve(name + "-" + counter);
        }
        write(folder, info, result, replace, finish);
        return folder;
    }

    /**
     * Writes {@code folder}.
     *
     * @param replace whether an existing results folder may be replaced; another folder that is not empty never is
     * @param finish adds to the folder before it takes its place
     * @throws ResultsException if it exists or cannot be written
     */
    public static void write(Path folder, RunInfo info, ExperimentResult result, boolean replace, Finish finish)
            throws ResultsException {
        requireWritable(folder, replace);
        try {
            Path parent = folder.toAbsolutePath().normalize().getParent();
            Files.createDirectories(parent);
            Path partial = Files.createTempDirectory(parent, ".partial-");
            try {
                CsvFiles.write(partial, result);
                Files.writeString(partial.resolve("run.json"), RunJson.of(info, result), StandardCharsets.UTF_8);
                finish.finish(partial);
                if (Thread.currentThread().isInterrupted()) {
                    throw new IOException("interrupted");
                }
                Folders.openToOthers(partial);
                Folders.moveIntoPlace(partial, folder);
            } finally {
                Folders.deleteIfExists(partial);
            }
        } catch (IOException e) {
            throw new ResultsException(Kind.CANNOT_WRITE, cannotWrite(folder, e), e);
        }
    }

    /**
     * Checks before a long simulation that its results will have a place.
     *
     * @throws ResultsException if {@code folder} exists, unless it is a results folder to be replaced, or cannot be made
     */
    public static void requireWritable(Path folder, boolean replace) throws ResultsException {
        if (Files.exists(folder)) {
            requireReplaceable(folder, replace);
        }
        Path existing = folder.toAbsolutePath().normalize().getParent();
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (existing == null || !Files.isDirectory(existing)) {
            throw new ResultsException(
                    Kind.CANNOT_WRITE, "cannot write " + folder + ": " + existing + " is not a folder");
        }
        if (!Files.isWritable(existing)) {
            throw new ResultsException(Kind.CANNOT_WRITE, "cannot write " + folder + ": no permission in " + existing);
        }
    }

    private static void requireReplaceable(Path folder, boolean replace) throws ResultsException {
        if (!Files.isDirectory(folder)) {
            throw new ResultsException(Kind.CANNOT_WRITE, "cannot write " + folder + ": it is a file");
        }
        boolean complete = Files.isRegularFile(folder.resolve("run.json"));
        if (complete && !replace) {
            throw new ResultsException(
                    Kind.CANNOT_WRITE,
                    "cannot write " + folder + ": it holds results already; choose another --out, or add --force");
        }
        if (!complete && !Folders.isEmpty(folder)) {
            throw new ResultsException(
                    Kind.CANNOT_WRITE,
                    "cannot write " + folder + ": it holds other files and no results; choose another --out");
        }
    }

    private static String parent(NoSuchFileException gone, Path folder) {
        Path missing = gone.getFile() == null ? folder : Path.of(gone.getFile());
        return String.valueOf(missing.toAbsolutePath().getParent());
    }

    private static String cannotWrite(Path folder, IOException e) {
        String reason = e instanceof AccessDeniedException denied
                ? "no permission for " + denied.getFile()
                : e instanceof FileSystemException fault && fault.getReason() != null
                        ? fault.getReason()
                        : e instanceof NoSuchFileException gone
                                ? "cannot create anything in " + parent(gone, folder)
                                : e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return "cannot write " + folder + ": " + reason;
    }
}
