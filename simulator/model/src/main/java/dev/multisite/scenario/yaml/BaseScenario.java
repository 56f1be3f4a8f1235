package dev.multisite.scenario.yaml;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.whatif.Level;
import dev.multisite.scenario.yaml.Node.Mapping;
import dev.multisite.scenario.yaml.Node.Sequence;

/** The base of a what-if file: the same document read again and again with other values. Safe for several threads. */
public final class BaseScenario {

    private final ScenarioReader reader;
    private final String name;
    private final byte[] bytes;
    private final Path folder;
    private final List<ValueOverride> fixed;
    private final Set<Path> files;
    private final ScenarioResult.Valid unchanged;

    private BaseScenario(
            ScenarioReader reader,
            String name,
            byte[] bytes,
            Path folder,
            List<ValueOverride> fixed,
            Set<Path> files,
            ScenarioResult.Valid unchanged) {
        this.reader = reader;
        this.name = name;
        this.bytes = bytes;
        this.folder = folder;
        this.fixed = fixed;
        this.files = files;
        this.unchanged = unchanged;
    }

    /** Returns the base, or nothing after adding to {@code found} what is wrong with it. */
    static Optional<BaseScenario> of(
            ScenarioReader reader,
            String name,
            byte[] bytes,
            Path folder,
            List<ValueOverride> fixed,
            List<Problem> found) {
        Set<Path> files = ConcurrentHashMap.newKeySet();
        ScenarioResult result = reader.read(name, bytes, folder, fixed, files::add);
        if (result instanceof ScenarioResult.Invalid invalid) {
            found.addAll(invalid.problems());
            return Optional.empty();
        }
        ScenarioResult.Valid valid = (ScenarioResult.Valid) result;
        return Optional.of(new BaseScenario(reader, name, bytes, folder, fixed, files, valid));
    }

    /** Returns the base itself, with the what-if file's own number of replications and seed. */
    public ScenarioResult.Valid unchanged() {
        return unchanged;
    }

    public Scenario scenario() {
        return unchanged.scenario();
    }

    /** Returns the base with some values replaced. */
    public ScenarioResult at(List<ValueOverride> settings) {
        List<ValueOverride> all = new ArrayList<>(fixed);
        all.addAll(settings);
        return reader.read(name, bytes, folder, all, files::add);
    }

    /** Returns the override that sets a path to a level of an axis; problems name where the level stands. */
    public static ValueOverride setting(String path, Level level) {
        return new ValueOverride(path, level.value(), level.origin(), false);
    }

    /** Returns what the base has at a path, defaults included, on one line; empty if nothing stands there. */
    public String valueAt(String path) {
        Optional<Node> node = Composer.compose(unchanged.effectiveText(), name, new Problems());
        for (String step : path.split("\\.", -1)) {
            node = node.flatMap(n -> child(n, step));
        }
        return node.map(n -> n instanceof Node.Scalar scalar ? scalar.text() : FlowText.of(n))
                .orElse("");
    }

    private static Optional<Node> child(Node node, String step) {
        if (node instanceof Mapping mapping) {
            return Optional.ofNullable(mapping.find(step));
        }
        boolean isIndex = node instanceof Sequence sequence
                && step.matches("\\d{1,6}")
                && Integer.parseInt(step) < sequence.items().size();
        return isIndex ? Optional.of(((Sequence) node).items().get(Integer.parseInt(step))) : Optional.empty();
    }

    /**
     * Returns the base as a parcel that another machine can open. It holds the files that the base and every variant read so
     * far refer to, so whoever wants to send variants with files of their own reads them first.
     *
     * @throws IOException if a file can't be read any more
     */
    public ScenarioParcel packed() throws IOException {
        return ScenarioParcel.of(name, bytes, folder, fixed, files);
    }

    /** Returns the hash of the base's effective text. */
    public String sha256() {
        return Hashes.sha256(unchanged.effectiveText().getBytes(StandardCharsets.UTF_8));
    }
}
