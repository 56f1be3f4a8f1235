package dev.multisite.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Moves and deletes folders as wholes. */
final class Folders {
    private Folders() {}

    static boolean isEmpty(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    /** Temporary folders are private; results are for everyone whom the parent lets in. */
    static void openToOthers(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /** Moves {@code complete} to {@code place}; what is there is moved aside, and back if that fails. */
    static void moveIntoPlace(Path complete, Path place) throws IOException {
        if (!Files.exists(place)) {
            Files.move(complete, place, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        Path aside =
                Files.createTempDirectory(place.toAbsolutePath().normalize().getParent(), ".replaced-");
        Files.delete(aside);
        Files.move(place, aside, StandardCopyOption.ATOMIC_MOVE);
        try {
            Files.move(complete, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE);
            throw e;
        }
        deleteIfExists(aside);
    }

    static void deleteIfExists(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> contents;
        try (Stream<Path> all = Files.walk(folder)) {
            contents = all.sorted(Comparator.reverseOrder()).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (Path path : contents) {
            Files.delete(path);
        }
    }
}
