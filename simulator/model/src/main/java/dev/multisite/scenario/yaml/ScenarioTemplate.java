package dev.multisite.scenario.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The commented starter scenario that {@code multisite init} writes. */
public final class ScenarioTemplate {

    private ScenarioTemplate() {}

    /** Returns the starter scenario; it is valid as it stands. */
    public static String yaml() {
        try (InputStream in = ScenarioTemplate.class.getResourceAsStream("starter.yaml")) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its resource starter.yaml");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
