package dev.multisite.scenario.yaml;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A base scenario with all files that it refers to, to be opened on another machine by {@link WhatIfReader#open}. */
public final class ScenarioParcel implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final byte[] document;
    private final List<ValueOverride> fixed;
    private final TreeMap<String, byte[]> files;

    private ScenarioParcel(String name, byte[] document, List<ValueOverride> fixed, TreeMap<String, byte[]> files) {
        this.name = name;
        this.document = document;
        this.fixed = fixed;
        this.files = files;
    }

    static ScenarioParcel of(
            String name, byte[] document, Path folder, List<ValueOverride> fixed, Collection<Path> names)
            throws IOException {
        TreeMap<String, byte[]> files = new TreeMap<>();
        for (Path relative : names) {
            add(folder, relative, files);
        }
        return new ScenarioParcel(name, document, List.copyOf(fixed), files);
    }

    /** Folders of laws are packed whole. */
    private static void add(Path folder, Path relative, Map<String, byte[]> files) throws IOException {
        Path path = folder.resolve(relative);
        if (!Files.isDirectory(path)) {
            files.put(relative.toString(), Files.readAllBytes(path));
            return;
        }
        List<Path> entries;
        try (Stream<Path> found = Files.list(path)) {
            entries = found.toList();
        }
        for (Path entry : entries) {
            add(folder, relative.resolve(path.relativize(entry)), files);
        }
    }

    void unpackInto(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Path parent = path.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.write(path, file.getValue());
        }
    }

    /** Returns whether the scenario refers to files. */
    public boolean hasFiles() {
        return !files.isEmpty();
    }

    String name() {
        return name;
    }

    byte[] document() {
        return document;
    }

    List<ValueOverride> fixed() {
        return fixed;
    }
}
