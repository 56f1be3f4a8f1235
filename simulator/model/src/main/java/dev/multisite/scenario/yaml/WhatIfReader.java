package dev.multisite.scenario.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.multisite.catalogue.Catalogue;
import dev.multisite.scenario.whatif.WhatIf;
import dev.multisite.scenario.yaml.Node.Mapping;
import dev.multisite.scenario.yaml.Node.Scalar;
import dev.multisite.units.Literals;

/**
 * Reads what-if files. Reports all problems at once: of the file, of its base scenario and of every value of every axis,
 * each with file, line and column.
 */
public final class WhatIfReader {

    private final ScenarioReader scenarios;
    private final Gazetteer gazetteer;

    /** Creates a reader that takes names of laws, data classes and the like as they are. */
    public WhatIfReader(Catalogue catalogue) {
        this(catalogue, LegalNames.Source.UNCHECKED);
    }

    /** Creates a reader that checks legal names against the catalogue that the base scenario names. */
    public WhatIfReader(Catalogue catalogue, LegalNames.Source laws) {
        this.scenarios = new ScenarioReader(catalogue, laws);
        this.gazetteer = new Gazetteer(catalogue);
    }

    /**
     * Reads a file and its base scenario.
     *
     * @throws UnreadableInputException if the what-if file is missing, is no file or can't be read
     */
    public WhatIfResult read(Path file) throws UnreadableInputException {
        byte[] bytes = bytes(file);
        String name = file.toString();
        if (bytes.length > ScenarioReader.MAX_BYTES) {
            return new WhatIfResult.Invalid(List.of(new Problem(name, 0, 0, "", "the file is larger than 8 MiB", "")));
        }
        Problems problems = new Problems();
        Optional<Mapping> root = ScenarioReader.decode(name, bytes, problems)
                .flatMap(text -> Composer.compose(text, name, problems))
                .flatMap(node -> root(node, problems));
        Optional<WhatIf> whatIf = root.flatMap(mapping -> read(mapping, file, problems));
        if (whatIf.isEmpty() || !problems.isEmpty()) {
            return new WhatIfResult.Invalid(problems.sorted());
        }
        return withBase(whatIf.get(), root.get(), file, Hashes.sha256(bytes));
    }

    /**
     * Reads a scenario that is to be asked about in variants.
     *
     * @param fixed values that hold in every variant
     * @param found receives what is wrong with it
     * @return nothing where something is wrong
     * @throws UnreadableInputException if the file is missing, is no file or can't be read
     */
    public Optional<BaseScenario> readBase(Path file, List<ValueOverride> fixed, List<Problem> found)
            throws UnreadableInputException {
        return BaseScenario.of(scenarios, file.toString(), bytes(file), folder(file), fixed, found);
    }

    /**
     * Opens a parcel.
     *
     * @param folder an empty folder that receives the files of the parcel; they are read again for every variant
     * @throws IOException if they cannot be written
     * @throws IllegalArgumentException if the scenario is not valid here, as it was where it was packed
     */
    public BaseScenario open(ScenarioParcel parcel, Path folder) throws IOException {
        parcel.unpackInto(folder);
        List<Problem> found = new ArrayList<>();
        return BaseScenario.of(scenarios, parcel.name(), parcel.document(), folder, parcel.fixed(), found)
                .orElseThrow(() -> new IllegalArgumentException(found.get(0).text()));
    }

    private static byte[] bytes(Path file) throws UnreadableInputException {
        if (!Files.exists(file)) {
            throw new UnreadableInputException(file + ": there is no such file");
        }
        if (Files.isDirectory(file)) {
            throw new UnreadableInputException(file + ": is a directory, expected a what-if file");
        }
        try {
            return Files.size(file) > ScenarioReader.MAX_BYTES
                    ? new byte[(int) ScenarioReader.MAX_BYTES + 1]
                    : Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UnreadableInputException(file + ": can't be read", e);
        }
    }

    private static Optional<Mapping> root(Node node, Problems problems) {
        if (node instanceof Mapping mapping && mapping.find("multisite") == null) {
            return Optional.of(mapping);
        }
        problems.add(
                node,
                node instanceof Mapping
                        ? "this is a scenario; a what-if file begins with what-if: 1 and names it as its base"
                        : "expected a what-if file, which begins with what-if: 1, got " + node.shown());
        return Optional.empty();
    }

    private Optional<WhatIf> read(Mapping root, Path file, Problems problems) {
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
        return WhatIfShape.named(name)
                .read(root, new Reading(root, gazetteer, LegalNames.Source.UNCHECKED, folder(file), problems));
    }

    private static Path folder(Path file) {
        Path parent = file.getParent();
        return parent == null ? Path.of("") : parent;
    }

    private WhatIfResult withBase(WhatIf whatIf, Mapping root, Path file, String hash) {
        Problems problems = new Problems();
        List<Problem> found = new ArrayList<>();
        Optional<BaseScenario> base = base(whatIf.base(), root, file, problems, found);
        base.ifPresent(b -> whatIf.axes().forEach(new AxisChecks(b, found)::check));
        found.addAll(problems.sorted());
        if (base.isEmpty() || !found.isEmpty()) {
            return new WhatIfResult.Invalid(found.stream().distinct().toList());
        }
        return new WhatIfResult.Valid(whatIf, base.get(), hash);
    }

    private Optional<BaseScenario> base(String name, Mapping root, Path file, Problems problems, List<Problem> found) {
        Node node = Nodes.child(root, WhatIfShape.BASE.name());
        try {
            Path path = folder(file).resolve(name).normalize();
            if (!Files.isRegularFile(path)) {
                problems.add(node, "there is no file " + Literals.quoted(path.toString()));
                return Optional.empty();
            }
            if (Files.size(path) > ScenarioReader.MAX_BYTES) {
                problems.add(node, Literals.quoted(name) + " is larger than 8 MiB");
                return Optional.empty();
            }
            return BaseScenario.of(
                    scenarios, path.toString(), Files.readAllBytes(path), folder(path), fixed(root), found);
        } catch (IOException | InvalidPathException e) {
            problems.add(node, Literals.quoted(name) + " can't be read");
            return Optional.empty();
        }
    }

    private static List<ValueOverride> fixed(Mapping root) {
        List<ValueOverride> fixed = new ArrayList<>();
        for (Key<?> key : List.of(WhatIfShape.REPLICATIONS, WhatIfShape.SEED)) {
            if (root.find(key.name()) instanceof Scalar scalar) {
                String origin = AxesShape.at(scalar.position());
                fixed.add(new ValueOverride("simulation." + key.name(), scalar.text(), origin, false));
            }
        }
        return fixed;
    }
}
