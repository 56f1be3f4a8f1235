package dev.multisite.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs every command of {@code simulator/docs/tutorial.md}, in order, with {@code tutorial/} as a folder of its own. */
class TutorialTest {
    private static final Path PAGE = Path.of("../docs/tutorial.md");
    private static final Pattern BLOCK =
            Pattern.compile("(?:Write `([^`]+)`:\\s+)?```(\\w*)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @TempDir
    Path folder;

    @Test
    void everyCommandOfTheTutorialDoesWhatThePageSays() throws IOException {
        Matcher blocks = BLOCK.matcher(Files.readString(PAGE));
        int commands = 0;
        while (blocks.find()) {
            if (blocks.group(2).equals("yaml")) {
                Files.writeString(place(blocks.group(1)), blocks.group(3));
            } else {
                for (String line : blocks.group(3).lines().toList()) {
                    run(line);
                    commands++;
                }
            }
        }
        assertThat(commands).isGreaterThanOrEqualTo(12);
        assertThat(folder.resolve("first/report.html")).exists();
        assertThat(folder.resolve("hosts/charts/sensitivity.svg")).exists();
        assertThat(folder.resolve("sites/charts/placements.svg")).exists();
    }

    private Path place(String name) {
        assertThat(name).startsWith("tutorial/");
        return folder.resolve(name.substring("tutorial/".length()));
    }

    private void run(String line) throws IOException {
        assertThat(line).startsWith("./multisite ");
        List<Object> words = new ArrayList<>();
        Matcher word = WORD.matcher(line.substring("./multisite ".length()));
        while (word.find()) {
            String text = word.group(1) == null ? word.group(2) : word.group(1);
            words.add(text.startsWith("tutorial/") ? place(text) : text);
        }
        Invocation done = Invocation.of(words.toArray());
        assertThat(done.exitCode()).as(line + "\n" + done.err()).isZero();
        assertThat(done.out()).as(line).isNotBlank();
        if (words.get(0).equals("init")) {
            shorten(folder.resolve("app.yaml"));
        }
    }

    /** Ten days around the opening of the second site instead of half a year, so that the test takes seconds. */
    private static void shorten(Path scenario) throws IOException {
        String text = Files.readString(scenario);
        String shorter = text.replace(
                        "period: {from: 2025-01-01, to: 2025-07-01}", "period: {from: 2025-02-24, to: 2025-03-06}")
                .replace("simulation:\n", "simulation:\n  windows: 10\n");
        assertThat(shorter).contains("2025-03-06", "windows: 10");
        Files.writeString(scenario, shorter);
    }
}
