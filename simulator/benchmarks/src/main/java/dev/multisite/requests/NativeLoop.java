package dev.multisite.requests;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongToDoubleFunction;

import dev.multisite.random.FastSampler;
import dev.multisite.random.StandardTables;
import dev.multisite.world.World;

/** The limit loop in C, compiled with the machine's compiler at -O2, with the tables of {@link LimitLoop}. */
final class NativeLoop implements Contestant {

    private static final int CELLS = 4096;
    private static final int STEPS = 64;

    private final int requests;
    private final Path program;
    private final Path tables;

    private NativeLoop(int requests, Path program, Path tables) {
        this.requests = requests;
        this.program = program;
        this.tables = tables;
    }

    /**
     * Compiles {@code source}.
     *
     * @return the loop; no element if there is no C compiler
     */
    static List<Contestant> compile(Path source, World world, int requests) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("limit");
        Path program = directory.resolve("limit");
        try {
            run("cc", "-O2", "-o", program.toString(), source.toString(), "-lm");
        } catch (IOException missing) {
            return List.of();
        }
        Path tables = directory.resolve("tables");
        FastSampler work = FastSampler.of(world.services().get(0).serviceSeconds());
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(tables))) {
            write(out, StandardTables.EXPONENTIAL::sample);
            write(out, StandardTables.NORMAL::sample);
            write(out, work::sample);
        }
        return List.of(new NativeLoop(requests, program, tables));
    }

    /** A line per cell with the mean of the distribution in it. In the byte order of the machine, taken to be little-endian. */
    private static void write(DataOutputStream out, LongToDoubleFunction sampler) throws IOException {
        for (long cell = 0; cell < CELLS; cell++) {
            double sum = 0;
            for (long i = 0; i < STEPS; i++) {
                sum += sampler.applyAsDouble((cell << 52) + (2 * i + 1) * (1L << 51) / STEPS);
            }
            double half =
                    sampler.applyAsDouble((cell << 52) + (3L << 50)) - sampler.applyAsDouble((cell << 52) + (1L << 50));
            out.writeLong(Long.reverseBytes(Double.doubleToRawLongBits(sum / STEPS - half)));
            out.writeLong(Long.reverseBytes(Double.doubleToRawLongBits(2 * half)));
        }
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ": " + output);
        }
        return output;
    }

    @Override
    public String name() {
        return "limit loop in C";
    }

    @Override
    public int requests() {
        return requests;
    }

    @Override
    public Run run(long seed) {
        try {
            String[] figures = run(program.toString(), tables.toString(), "" + requests, "" + seed)
                    .strip()
                    .split(" ");
            return new Run(Long.parseLong(figures[0]), Double.parseDouble(figures[1]), Double.parseDouble(figures[2]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
