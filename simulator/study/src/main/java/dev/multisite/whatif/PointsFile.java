package dev.multisite.whatif;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32C;

import dev.multisite.whatif.SweepException.Kind;

/**
 * The finished points of a sweep: a file that only grows, one line per point, each with a checksum and on disk before the
 * point counts as done. Whatever ends the program, the lines before stand; a line that was cut off is dropped, and its
 * point simulated again. Safe for several threads; a lock keeps a second program away.
 */
final class PointsFile implements AutoCloseable {
    private static final int CHECKSUM_LENGTH = 8;

    private final FileChannel channel;
    private final long[] offsets;
    private final int[] lengths;
    private int done;

    private PointsFile(FileChannel channel, int points) {
        this.channel = channel;
        this.offsets = new long[points + 1];
        this.lengths = new int[points + 1];
    }

    /**
     * Opens the file, or makes it.
     *
     * @param fingerprint identifies what is simulated; a file with another one is refused
     * @param points number of points of the design
     */
    static PointsFile open(Path file, String fingerprint, int points) throws IOException, SweepException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            lock(channel, file);
            PointsFile opened = new PointsFile(channel, points);
            opened.load(file, fingerprint);
            return opened;
        } catch (IOException | SweepException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static void lock(FileChannel channel, Path file) throws IOException, SweepException {
        try {
            if (channel.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            throw new SweepException(Kind.CANNOT_WRITE, busy(file), e);
        }
        throw new SweepException(Kind.CANNOT_WRITE, busy(file));
    }

    private static String busy(Path file) {
        return "another sweep is writing to " + file.getParent();
    }

    private void load(Path file, String fingerprint) throws IOException, SweepException {
        LineScanner lines = new LineScanner(channel);
        Optional<byte[]> header = lines.next();
        if (header.isEmpty()) {
            channel.truncate(0);
            write(header(fingerprint));
            return;
        }
        if (!payload(header.get()).equals(Optional.of(header(fingerprint)))) {
            throw new SweepException(
                    Kind.OTHER_SWEEP,
                    file.getParent() + " was begun with another what-if file, base scenario or program version; choose"
                            + " another --out, or replace it with --force");
        }
        long end = lines.position();
        for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
            note(line.get(), end);
            end = lines.position();
        }
        channel.truncate(end);
        channel.position(end);
    }

    private static String header(String fingerprint) {
        return "{\"sweep\":\"" + fingerprint + "\"}";
    }

    /** Notes a line that is whole; others are as if they were not there. */
    private void note(byte[] line, long offset) {
        payload(line).map(PointLine::read).ifPresent(result -> {
            if (result.point() >= 1 && result.point() < offsets.length && lengths[result.point()] == 0) {
                offsets[result.point()] = offset;
                lengths[result.point()] = line.length;
                done++;
            }
        });
    }

    private static Optional<String> payload(byte[] line) {
        if (line.length <= CHECKSUM_LENGTH) {
            return Optional.empty();
        }
        String text = new String(line, StandardCharsets.UTF_8);
        String payload = text.substring(CHECKSUM_LENGTH + 1);
        return text.substring(0, CHECKSUM_LENGTH).equals(checksum(payload)) ? Optional.of(payload) : Optional.empty();
    }

    private static String checksum(String payload) {
        CRC32C crc = new CRC32C();
        crc.update(payload.getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(crc.getValue());
    }

    private int write(String payload) throws IOException {
        byte[] line = (checksum(payload) + " " + payload + "\n").getBytes(StandardCharsets.UTF_8);
        ByteBuffer buffer = ByteBuffer.wrap(line);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        channel.force(false);
        return line.length - 1;
    }

    /** Adds a point; it is on disk when this returns. A point that is there already is not added again. */
    synchronized void append(PointResult result) throws IOException {
        if (lengths[result.point()] > 0) {
            return;
        }
        long offset = channel.position();
        int length = write(PointLine.write(result));
        offsets[result.point()] = offset;
        lengths[result.point()] = length;
        done++;
    }

    synchronized boolean isDone(int point) {
        return lengths[point] > 0;
    }

    synchronized int done() {
        return done;
    }

    /** Returns the result of a point that is done. */
    synchronized PointResult read(int point) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(lengths[point]);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, offsets[point] + buffer.position()) < 0) {
                throw new IOException("the points file has been cut off");
            }
        }
        return PointLine.read(
                payload(buffer.array()).orElseThrow(() -> new IOException("the points file has changed on disk")));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
