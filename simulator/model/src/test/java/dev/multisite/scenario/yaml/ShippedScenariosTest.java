package dev.multisite.scenario.yaml;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.multisite.catalogue.Catalogue;

import static org.assertj.core.api.Assertions.assertThat;

class ShippedScenariosTest {

    private static final Path FOLDER = Path.of("../../scenarios");

    private final ScenarioReader reader = new ScenarioReader(Catalogue.standard());

    static List<Path> scenarios() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void readsWithoutProblemsAndItsEffectiveDocumentReadsTheSame(Path file) throws IOException {
        ScenarioResult result = reader.read(file);
        assertThat(result).isInstanceOf(ScenarioResult.Valid.class);
        ScenarioResult.Valid valid = (ScenarioResult.Valid) result;

        ScenarioResult again =
                reader.read(file.toString(), valid.effectiveText().getBytes(StandardCharsets.UTF_8), FOLDER, List.of());

        assertThat(again).isInstanceOf(ScenarioResult.Valid.class);
        assertThat(((ScenarioResult.Valid) again).scenario()).isEqualTo(valid.scenario());
    }
}
