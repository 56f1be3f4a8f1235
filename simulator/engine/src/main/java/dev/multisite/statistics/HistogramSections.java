package dev.multisite.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * The latencies of one slice over the replications, in at most {@link #MOST_SECTIONS} sections of equally many
 * replications, so that memory does not grow with their number. Add the replications in order: two that got the same
 * numbers of additions have the same sections, which is what pairs two architectures.
 */
public final class HistogramSections {
    /** Sections beyond which neighbours are merged. */
    public static final int MOST_SECTIONS = 40;

    private final List<LatencyHistogram> sections = new ArrayList<>();
    private final LatencyHistogram total = new LatencyHistogram();
    private int replicationsPerSection = 1;
    private int inLastSection;

    /** Adds the next replication; an empty histogram if it has nothing to say. The histogram is taken over. */
    public void add(LatencyHistogram replication) {
        total.add(replication, 1);
        if (sections.isEmpty() || inLastSection == replicationsPerSection) {
            if (sections.size() == MOST_SECTIONS) {
                mergeNeighbours();
            }
            sections.add(replication);
            inLastSection = 1;
        } else {
            sections.get(sections.size() - 1).add(replication, 1);
            inLastSection++;
        }
    }

    private void mergeNeighbours() {
        List<LatencyHistogram> merged = new ArrayList<>();
        for (int i = 0; i < sections.size(); i += 2) {
            LatencyHistogram first = sections.get(i);
            first.add(sections.get(i + 1), 1);
            merged.add(first);
        }
        sections.clear();
        sections.addAll(merged);
        replicationsPerSection *= 2;
    }

    /** Returns all replications together. */
    public LatencyHistogram total() {
        return total;
    }

    /** Returns the number of sections. */
    public int count() {
        return sections.size();
    }

    LatencyHistogram section(int index) {
        return sections.get(index);
    }
}
