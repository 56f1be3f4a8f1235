package dev.multisite.spark;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.multisite.catalogue.Catalogue;
import dev.multisite.regulation.catalogue.CatalogueNames;
import dev.multisite.scenario.yaml.ScenarioParcel;
import dev.multisite.scenario.yaml.WhatIfReader;
import dev.multisite.simulation.ReplicationSimulators;
import dev.multisite.whatif.PointRunner;

/**
 * What all points have in common, sent to each executor once. It sends text, not the objects of the simulator: those are
 * made there, by the same code, from the same catalogue.
 */
final class SharedBase implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ScenarioParcel parcel;
    private final List<String> measure;
    private transient @Nullable PointRunner runner;

    SharedBase(ScenarioParcel parcel, List<String> measure) {
        this.parcel = parcel;
        this.measure = List.copyOf(measure);
    }

    /** Returns what simulates points here; made when the first task asks. */
    synchronized PointRunner runner() {
        if (runner == null) {
            Catalogue catalogue = Catalogue.standard();
            try {
                runner = new PointRunner(
                        new WhatIfReader(catalogue, CatalogueNames::of).open(parcel, folder()),
                        measure,
                        scenario -> ReplicationSimulators.of(scenario, catalogue));
            } catch (IOException e) {
                throw new UncheckedIOException("the scenario's files cannot be written on this executor", e);
            }
        }
        return runner;
    }

    /** Returns where the scenario's files lie as long as this executor lives. */
    private Path folder() throws IOException {
        if (!parcel.hasFiles()) {
            return Path.of("");
        }
        Path folder = Files.createTempDirectory("multisite-");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> Folders.delete(folder)));
        return folder;
    }
}
