package dev.multisite.validation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import dev.multisite.validation.ExactCase.Expectation;
import dev.multisite.validation.ExactCase.FigureKey;

/** Reads the case files of a folder. They are ours, so a mistake in one is a bug and ends in an exception. */
public final class ExactCases {

    private ExactCases() {}

    /** Returns the cases of {@code folder}, ordered by file name. */
    public static List<ExactCase> of(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(ExactCases::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ExactCase read(Path file) {
        Map<?, ?> root;
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            root = (Map<?, ?>) Objects.requireNonNull(
                    new Load(LoadSettings.builder().build()).loadFromString(text), "empty case file");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Expectation> expectations = new ArrayList<>();
        for (Object entry : (List<?>) Objects.requireNonNull(root.get("expect"), "expect")) {
            expectations.add(expectation((Map<?, ?>) entry));
        }
        return new ExactCase(
                text(root, "case"),
                text(root, "title"),
                text(root, "source"),
                text(root, "note"),
                text(root, "scenario"),
                expectations);
    }

    private static Expectation expectation(Map<?, ?> entry) {
        FigureKey figure = new FigureKey(
                text(entry, "architecture"),
                text(entry, "country"),
                text(entry, "site"),
                text(entry, "service"),
                text(entry, "metric"));
        double exact = Double.parseDouble(text(entry, "exact"));
        double halfWidth = Double.parseDouble(text(entry, "half-width").replace("%", "")) / 100;
        return new Expectation(
                figure,
                exact,
                text(entry, "unit"),
                halfWidth,
                text(entry, "complement").equals("true"));
    }

    private static String text(Map<?, ?> map, String key) {
        Object value = map.get(key);
        return value == null ? "" : value.toString();
    }
}
