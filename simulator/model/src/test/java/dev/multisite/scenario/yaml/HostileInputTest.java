package dev.multisite.scenario.yaml;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import dev.multisite.catalogue.Catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class HostileInputTest {

    private static final ScenarioReader READER = new ScenarioReader(Catalogue.standard());

    @TempDir
    private Path folder;

    @Test
    void aDirectoryOrAMissingFileIsUnreadableInput() {
        assertThatThrownBy(() -> READER.read(folder))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessageEndingWith(": is a directory, expected a scenario file");
        assertThatThrownBy(() -> READER.read(folder.resolve("none.yaml")))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessageEndingWith(": there is no such file");
    }

    @Test
    void anEmptyFileSaysSo() {
        assertThat(problems("")).containsExactly("bad.yaml:1:1: the file is empty");
        assertThat(problems("# only a comment\n")).containsExactly("bad.yaml:1:1: the file is empty");
        assertThat(problems("[]"))
                .containsExactly("bad.yaml:1:1: expected a scenario, which begins with multisite: 1, got a list");
    }

    @Test
    void aByteOrderMarkIsAllowedAndOtherEncodingsAreNot() {
        assertThat(READER.read(
                        "s.yaml",
                        ("\uFEFF" + ScenarioTemplate.yaml()).getBytes(StandardCharsets.UTF_8),
                        folder,
                        List.of()))
                .isInstanceOf(ScenarioResult.Valid.class);
        assertThat(problems("title: M\u00fcnchen".getBytes(StandardCharsets.ISO_8859_1)))
                .containsExactly("bad.yaml:1:9: not valid UTF-8 (byte 0xFC); save the file as UTF-8");
        assertThat(problems("multisite: 1".getBytes(StandardCharsets.UTF_16))).hasSize(1);
    }

    @Test
    void sizeDepthAndAliasesAreBounded() {
        assertThat(problems(new byte[(8 << 20) + 1]))
                .containsExactly("bad.yaml: the file is larger than 8 MiB; put large tables into CSV files");
        assertThat(problems("[".repeat(20_000))).containsExactly("bad.yaml:1:66: nested more than 64 levels deep");
        assertThat(problems(aliasBomb()))
                .hasSize(1)
                .first()
                .asString()
                .contains("aliases repeat more than 10000 values");
        assertThat(problems("- &a [*a]")).containsExactly("bad.yaml:1:7: the alias *a names no anchor before it");
    }

    @Test
    void hugeFilesEndInTime() {
        assertThat(problems("a: [" + "1,".repeat(60_000) + "]"))
                .containsExactly("bad.yaml:1:1: the line is longer than 100000 characters; break it");
        assertThat(problems("a: [" + "1,1,1,1,1,1,1,1,\n".repeat(400_000)))
                .hasSize(1)
                .first()
                .asString()
                .endsWith(": more than 200000 values; put large tables into a CSV file");
        assertThat(problems("a: b\n".repeat(1_500_000))).isNotEmpty();
        assertThat(problems("a: " + "x x x x x x x x\n  ".repeat(400_000))).isNotEmpty();
    }

    @Test
    void filesOutsideTheFolderAreRefusedEvenThroughLinks() throws IOException {
        Path inside = Files.createDirectory(folder.resolve("scenario"));
        Path secret = Files.writeString(folder.resolve("secret.csv"), "from,to,rtt-ms\n");
        Files.createSymbolicLink(inside.resolve("link.csv"), secret);
        for (String name :
                List.of("link.csv", "../secret.csv", "/etc/passwd", "a\\\\b.csv", "http://x/y.csv", "", ".")) {
            String yaml = ScenarioTemplate.yaml().replace("network:\n", "network:\n  matrix: \"" + name + "\"\n");
            Path file = Files.writeString(inside.resolve("s.yaml"), yaml);

            assertThat(READER.read(file)).as(name).isInstanceOf(ScenarioResult.Invalid.class);
        }
    }

    @Test
    void aMatrixBesideTheScenarioIsReadAndItsProblemsNameTheirLine() throws IOException {
        String yaml = ScenarioTemplate.yaml().replace("network:\n", "network:\n  matrix: rtt.csv\n");
        Path file = Files.writeString(folder.resolve("s.yaml"), yaml);
        Files.writeString(
                folder.resolve("rtt.csv"),
                "from,to,rtt-ms,p95-ms,loss\nIN,frankfurt,120,180,0.1%\nDE,frankfurt,10,,\n");
        assertThat(READER.read(file)).isInstanceOf(ScenarioResult.Valid.class);
        assertThat(((ScenarioResult.Valid) READER.read(file))
                        .scenario()
                        .network()
                        .overrides())
                .hasSize(2);

        Files.writeString(folder.resolve("rtt.csv"), "from,to,rtt-ms\nIN,frankfort,120\nDE,frankfurt,fast\n");

        assertThat(((ScenarioResult.Invalid) READER.read(file))
                        .problems().stream().map(Problem::text))
                .containsExactly(
                        "rtt.csv:2:2: network.matrix: no site \"frankfort\"; did you mean 'frankfurt'?",
                        "rtt.csv:3:3: network.matrix: expected a number such as 1.5, got \"fast\"");
    }

    @Test
    void norwayIsNoBoolean() {
        String yaml = ScenarioTemplate.yaml().replace("  DE: {devices: 200k}", "  NO: {devices: 200k}");

        ScenarioResult result = READER.read("s.yaml", yaml.getBytes(StandardCharsets.UTF_8), folder, List.of());

        assertThat(((ScenarioResult.Valid) result).scenario().populations()).containsKey("NO");
    }

    private static String aliasBomb() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a%d: &a%d [%s]\n"
                    .formatted(i, i, String.join(", ", java.util.Collections.nCopies(10, "*a" + (i - 1)))));
        }
        return bomb.toString();
    }

    private List<String> problems(String yaml) {
        return problems(yaml.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> problems(byte[] bytes) {
        ScenarioResult result = READER.read("bad.yaml", bytes, folder, List.of());
        assertThat(result).isInstanceOf(ScenarioResult.Invalid.class);
        return ((ScenarioResult.Invalid) result)
                .problems().stream().map(Problem::text).toList();
    }
}
