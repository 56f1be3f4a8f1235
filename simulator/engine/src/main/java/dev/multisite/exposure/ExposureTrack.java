package dev.multisite.exposure;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

import dev.multisite.regulation.evaluate.Finding;
import dev.multisite.regulation.evaluate.Reach;
import dev.multisite.regulation.evaluate.Verdict;
import dev.multisite.regulation.exposure.ExposureModel;
import dev.multisite.regulation.law.Rule;

/** Records by law and by state over time, as they are in the middle of each bin. */
public final class ExposureTrack {

    private final double[] middles;
    private final double endSeconds;
    private final Map<Key, double[]> series = new TreeMap<>();

    /** What a series counts. */
    public enum Count {
        RECORDS("records"),
        NON_COMPLIANT("non-compliant-records"),
        UNCERTAIN("uncertain-records"),
        UNKNOWN("unknown-records"),
        READABLE("readable-records");

        private final String metric;

        Count(String metric) {
            this.metric = metric;
        }

        /** Returns the name in results files. */
        public String metric() {
            return metric;
        }
    }

    /**
     * A series.
     *
     * @param population whose records; empty: all, for series of one law or state
     * @param law law that the verdict is of; empty: any
     * @param state foreign state that can read the records; empty: any
     * @param basis how it reaches them, for a state
     */
    public record Key(String population, String law, String state, String basis, Count count)
            implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return java.util.Comparator.comparing(Key::population)
                    .thenComparing(Key::law)
                    .thenComparing(Key::state)
                    .thenComparing(Key::basis)
                    .thenComparing(Key::count)
                    .compare(this, other);
        }
    }

    ExposureTrack(double[] binStarts, double endSeconds) {
        this.endSeconds = endSeconds;
        this.middles = new double[binStarts.length];
        for (int bin = 0; bin < middles.length; bin++) {
            double end = bin + 1 < binStarts.length ? binStarts[bin + 1] : endSeconds;
            middles[bin] = (binStarts[bin] + end) / 2;
        }
    }

    /** Returns an observer that adds the pieces of a population. */
    ExposureModel.Observer of(String population) {
        return piece -> add(population, piece);
    }

    private void add(String population, ExposureModel.Piece piece) {
        int from = firstFrom(piece.fromSeconds());
        int until = firstFrom(piece.toSeconds());
        if (from >= until) {
            return;
        }
        double[] records = new double[until - from];
        for (int bin = from; bin < until; bin++) {
            records[bin - from] = piece.records(middles[bin]);
        }
        add(new Key(population, "", "", "", Count.RECORDS), from, records);
        addVerdicts(population, piece, from, records);
        addReaches(population, piece, from, records);
    }

    private void addVerdicts(String population, ExposureModel.Piece piece, int from, double[] records) {
        Verdict worst = Verdict.OUT_OF_SCOPE;
        for (Finding finding : piece.findings()) {
            worst = finding.verdict().worseThan(worst) ? finding.verdict() : worst;
            Count count = count(finding.verdict());
            if (count != Count.RECORDS && !finding.law().equals(Finding.ANY_LAW)) {
                add(new Key("", finding.law(), "", "", count), from, records);
            }
        }
        if (count(worst) != Count.RECORDS) {
            add(new Key(population, "", "", "", count(worst)), from, records);
        }
    }

    private static Count count(Verdict verdict) {
        return switch (verdict) {
            case CONFLICT, BREACH -> Count.NON_COMPLIANT;
            case UNCERTAIN -> Count.UNCERTAIN;
            case UNKNOWN -> Count.UNKNOWN;
            default -> Count.RECORDS;
        };
    }

    private void addReaches(String population, ExposureModel.Piece piece, int from, double[] records) {
        boolean any = false;
        for (Reach reach : piece.reaches()) {
            if (reach.foreign() && reach.form() != Reach.Form.CIPHERTEXT) {
                any = true;
                String basis = reach.bases().contains(Rule.Basis.TERRITORY) ? "territory" : "entity";
                add(new Key("", "", reach.state(), basis, Count.READABLE), from, records);
            }
        }
        if (any) {
            add(new Key(population, "", "", "", Count.READABLE), from, records);
        }
    }

    private void add(Key key, int from, double[] records) {
        double[] sums = series.computeIfAbsent(key, k -> new double[middles.length]);
        for (int i = 0; i < records.length; i++) {
            sums[from + i] += records[i];
        }
    }

    private int firstFrom(double timeSeconds) {
        int at = Arrays.binarySearch(middles, timeSeconds);
        return at >= 0 ? at : -at - 1;
    }

    /** Returns the number of bins. */
    public int bins() {
        return middles.length;
    }

    /** Returns the end of the last bin. */
    double end() {
        return endSeconds;
    }

    /** Returns the middle of a bin. */
    double middle(int bin) {
        return middles[bin];
    }

    /** Returns the series that occur, in a fixed order; the arrays must not be written to. */
    public Map<Key, double[]> series() {
        return Collections.unmodifiableMap(series);
    }
}
