package dev.multisite.validation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The same scenario and seed give the same bytes: on any number of threads, in any language, time zone and Java. */
@Isolated("changes the default locale and time zone")
class DeterminismTest {

    @TempDir
    private Path folder;

    @Test
    void threadsLocaleAndTimeZoneChangeNoByte() {
        Program program = new Program(folder);
        String scenario = Draft.random(11).yaml();
        Path plain = program.run(scenario, "--threads", "1");
        for (String threads : List.of("2", "8")) {
            assertSameBytes(program.run(scenario, "--threads", threads), plain, threads + " threads");
        }
        for (String locale : List.of("tr-TR", "ar", "de-DE", "hi-IN-u-nu-deva")) {
            assertSameBytes(inLocale(program, scenario, locale), plain, locale);
        }
        for (String zone : List.of("Asia/Kolkata", "America/St_Johns", "Pacific/Apia")) {
            assertSameBytes(inZone(program, scenario, zone), plain, zone);
        }
    }

    private static Path inLocale(Program program, String scenario, String tag) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(tag));
            return program.run(scenario, "--threads", "2");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Path inZone(Program program, String scenario, String zone) {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            return program.run(scenario, "--threads", "2");
        } finally {
            TimeZone.setDefault(before);
        }
    }

    private static void assertSameBytes(Path results, Path expected, String what) {
        for (String file : Program.FILES) {
            assertThat(Program.text(results, file)).as(file + ", " + what).isEqualTo(Program.text(expected, file));
        }
    }

    /** Every Java that is installed, with the compiler switched off once. */
    @Tag("slow")
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void anyJavaWritesTheSameBytes(long seed) throws IOException, InterruptedException {
        List<Path> javas = javas();
        Assumptions.assumeTrue(javas.size() > 1, "one Java only is installed");
        String scenario = Draft.random(seed).yaml();
        Path plain = new Program(folder).run(scenario, "--threads", "1");
        for (Path java : javas) {
            assertSameBytes(runIn(java, "-Xmixed"), plain, java.toString());
        }
        assertSameBytes(runIn(javas.get(0), "-XX:TieredStopAtLevel=1"), plain, "the simple compiler");
    }

    private Path runIn(Path java, String option) throws IOException, InterruptedException {
        Path results = folder.resolve("java-" + System.nanoTime());
        Process process = new ProcessBuilder(
                        java.toString(),
                        option,
                        "-Duser.language=tr",
                        "-Duser.timezone=Asia/Kolkata",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.multisite.cli.Multisite",
                        "run",
                        folder.resolve("scenario-0.yaml").toString(),
                        "--out",
                        results.toString(),
                        "--no-report",
                        "--quiet")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
        return results;
    }

    private static List<Path> javas() throws IOException {
        List<Path> homes = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"))));
        Path installed = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(installed)) {
            try (Stream<Path> folders = Files.list(installed)) {
                folders.sorted().forEach(homes::add);
            }
        }
        List<Path> javas = new ArrayList<>();
        for (Path home : homes) {
            Path java = home.resolve("bin").resolve("java");
            if (Files.isExecutable(java) && !javas.contains(java.toRealPath())) {
                javas.add(java.toRealPath());
            }
        }
        return javas;
    }
}
