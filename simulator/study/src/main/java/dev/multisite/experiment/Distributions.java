package dev.multisite.experiment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

import dev.multisite.simulation.Slice;
import dev.multisite.statistics.HistogramSections;
import dev.multisite.statistics.LatencyHistogram;

/** Histograms per slice over the replications of one architecture, which must come in order. */
final class Distributions {
    private final Map<Slice, HistogramSections> slices = new LinkedHashMap<>();
    private int replications;

    /**
     * Adds the histograms of the next replication and hands each to {@code seen}; an empty one where a known slice has none.
     */
    void add(Map<Slice, LatencyHistogram> histograms, BiConsumer<Slice, LatencyHistogram> seen) {
        histograms.keySet().stream()
                .filter(slice -> !slices.containsKey(slice))
                .sorted(Slices.LEXICAL)
                .forEach(slice -> slices.put(slice, absentSoFar()));
        slices.forEach((slice, sections) -> {
            LatencyHistogram histogram = histograms.getOrDefault(slice, new LatencyHistogram());
            seen.accept(slice, histogram);
            sections.add(histogram);
        });
        replications++;
    }

    private HistogramSections absentSoFar() {
        HistogramSections sections = new HistogramSections();
        for (int i = 0; i < replications; i++) {
            sections.add(new LatencyHistogram());
        }
        return sections;
    }

    /** Returns the histograms of a slice; empty ones if there are none. */
    HistogramSections of(Slice slice) {
        HistogramSections sections = slices.get(slice);
        return sections == null ? absentSoFar() : sections;
    }
}
