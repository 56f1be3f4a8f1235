package dev.multisite.scenario.yaml;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import dev.multisite.catalogue.Catalogue;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever happens to a scenario file, reading it ends with a scenario or with problems, never with an exception. */
class MutationProperties {

    private static final ScenarioReader READER = new ScenarioReader(Catalogue.standard());

    private static final List<String> SNIPPETS = List.of(
            "!%0",
            "!!js/x",
            "&a",
            "*a",
            "<<: ",
            "---\n",
            "...",
            "\t",
            "\0",
            "\u202e",
            "{",
            "}",
            "[",
            "]",
            ": ",
            "- ",
            "#",
            "|\n",
            ">\n",
            "\"",
            "'",
            "? ",
            "%YAML 1.1\n",
            "1e400",
            ".nan",
            ".inf",
            "-1",
            "99999999999999999999",
            "NO",
            "~",
            "null",
            "{}",
            "[]",
            "none",
            "\ud800",
            "0x1F",
            "*");

    @Property(tries = 250, seed = "20141022")
    void mutatedBytesNeverThrow(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] bytes = ScenarioTemplate.yaml().getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(8); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        check(bytes);
    }

    @Property(tries = 250, seed = "20141022")
    void insertedSnippetsNeverThrow(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(ScenarioTemplate.yaml());
        for (int i = random.nextInt(3); i >= 0; i--) {
            text.insert(random.nextInt(text.length()), SNIPPETS.get(random.nextInt(SNIPPETS.size())));
        }
        check(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 250, seed = "20141022")
    void shuffledLinesAndValuesNeverThrow(@ForAll long seed) {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>(ScenarioTemplate.yaml().lines().toList());
        for (int i = random.nextInt(4); i >= 0; i--) {
            int line = random.nextInt(lines.size());
            switch (random.nextInt(4)) {
                case 0 -> lines.remove(line);
                case 1 -> lines.add(line, lines.get(random.nextInt(lines.size())));
                case 2 -> Collections.swap(lines, line, random.nextInt(lines.size()));
                default ->
                    lines.set(
                            line,
                            lines.get(line).replaceFirst(":.*", ": " + SNIPPETS.get(random.nextInt(SNIPPETS.size()))));
            }
        }
        check(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private static void check(byte[] bytes) {
        ScenarioResult result = READER.read("fuzz.yaml", bytes, Path.of("."), List.of());
        if (result instanceof ScenarioResult.Invalid invalid) {
            assertThat(invalid.problems())
                    .isNotEmpty()
                    .allSatisfy(p -> assertThat(p.message()).isNotEmpty());
        } else {
            byte[] effective = ((ScenarioResult.Valid) result).effectiveText().getBytes(StandardCharsets.UTF_8);
            assertThat(READER.read("effective.yaml", effective, Path.of("."), List.of()))
                    .isInstanceOfSatisfying(
                            ScenarioResult.Valid.class,
                            again ->
                                    assertThat(again.scenario()).isEqualTo(((ScenarioResult.Valid) result).scenario()));
        }
    }
}
