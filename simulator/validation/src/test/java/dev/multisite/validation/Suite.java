package dev.multisite.validation;

import java.nio.file.Path;

/** Where the parts of the suite lie, seen from this module. */
final class Suite {

    private static final Path RESOURCES = Path.of("src/main/resources/dev/multisite/validation");

    static final Path CASES = RESOURCES.resolve("cases");
    static final Path RESULTS = RESOURCES.resolve("results.csv");
    static final Path PAGE = Path.of("../docs/validation.md");

    private Suite() {}
}
