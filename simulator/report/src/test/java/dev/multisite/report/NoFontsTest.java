package dev.multisite.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Draws in a machine of its own that finds no font of the system. */
@Tag("slow")
@EnabledOnOs(OS.LINUX)
class NoFontsTest {
    @TempDir
    private Path folder;

    /** Draws the folder that is given. */
    static final class Drawing {
        private Drawing() {}

        public static void main(String[] arguments) throws IOException {
            Report.write(Path.of(arguments[0]));
        }
    }

    @Test
    void picturesAreTheSameWhereNoFontsAreInstalled() throws Exception {
        Path here = small().writeTo(folder.resolve("here"));
        Path bare = small().writeTo(folder.resolve("bare"));
        Report.write(here);
        ProcessBuilder other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Drawing.class.getName(),
                        bare.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        other.environment().put("FONTCONFIG_FILE", "/dev/null");
        Process process = other.start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("output")))
                .isZero();

        List<Path> pictures;
        try (Stream<Path> files = Files.list(here.resolve("charts"))) {
            pictures = files.filter(file -> file.toString().endsWith(".png")).toList();
        }
        assertThat(pictures)
                .hasSizeGreaterThan(8)
                .allSatisfy(picture -> assertThat(bare.resolve("charts").resolve(picture.getFileName()))
                        .hasSameBinaryContentAs(picture));
    }

    private static SyntheticResults small() {
        SyntheticResults small = new SyntheticResults();
        small.days = 30;
        small.countries = SyntheticResults.TWELVE.subList(0, 3);
        return small;
    }
}
