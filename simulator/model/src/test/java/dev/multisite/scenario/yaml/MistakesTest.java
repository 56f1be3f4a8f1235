package dev.multisite.scenario.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.multisite.catalogue.Catalogue;

import static org.assertj.core.api.Assertions.assertThat;

/** The table of mistakes: each is reported with place, path and expectation, in exactly these words. */
class MistakesTest {

    private static final ScenarioReader READER = new ScenarioReader(Catalogue.standard());

    static List<String> mistakes() throws IOException {
        List<String> blocks =
                new ArrayList<>(List.of(resource("mistakes.txt").strip().split("\n\n")));
        blocks.remove(0);
        return blocks;
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void isReportedInTheseWords(String block) throws IOException {
        String[] lines = block.split("\n", 2);
        String[] replacement = lines[0].split(" ==> ?", -1);
        String good = resource("good.yaml");
        String from = replacement[0].replace("\\n", "\n");
        assertThat(good).contains(from);

        String bad = replaceFirst(good, from, replacement[1].replace("\\n", "\n"));

        assertThat(problems(bad)).isEqualTo(lines.length == 1 ? "" : lines[1].strip());
    }

    @Test
    void theBaseOfTheTableIsFine() throws IOException {
        assertThat(problems(resource("good.yaml"))).isEmpty();
    }

    private static String replaceFirst(String text, String from, String to) {
        int at = text.indexOf(from);
        return text.substring(0, at) + to + text.substring(at + from.length());
    }

    private static String problems(String yaml) {
        ScenarioResult result = READER.read("bad.yaml", yaml.getBytes(StandardCharsets.UTF_8), Path.of("."), List.of());
        return result instanceof ScenarioResult.Invalid invalid
                ? String.join(
                        "\n", invalid.problems().stream().map(Problem::text).toList())
                : "";
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = MistakesTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
