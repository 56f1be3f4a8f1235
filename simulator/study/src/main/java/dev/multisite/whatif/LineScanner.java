package dev.multisite.whatif;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;

/** The lines of a file that end with a line feed; what follows the last one is none. */
final class LineScanner {
    private static final int BLOCK = 1 << 16;

    private final FileChannel channel;
    private final ByteBuffer block = ByteBuffer.allocate(BLOCK).flip();
    private long read;
    private long position;

    LineScanner(FileChannel channel) {
        this.channel = channel;
    }

    /** Returns the next line without its line feed. */
    Optional<byte[]> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (true) {
            while (block.hasRemaining()) {
                byte b = block.get();
                if (b == '\n') {
                    position += line.size() + 1L;
                    return Optional.of(line.toByteArray());
                }
                line.write(b);
            }
            block.clear();
            int count = channel.read(block, read);
            block.flip();
            if (count < 0) {
                return Optional.empty();
            }
            read += count;
        }
    }

    /** Returns where the line after the last one returned begins. */
    long position() {
        return position;
    }
}
