package dev.multisite.statistics;

import java.util.Arrays;

/**
 * A histogram of durations with 1024 buckets per octave: quantiles are within 0.1 % of the value. Weights are doubles, so
 * that a sampled request can stand for many; histograms of the same kind add up exactly, bucket by bucket.
 *
 * <p>Covers 1 microsecond to about 4.5 years; what lies outside counts in the outermost bucket. Durations that are exactly 0,
 * such as waits at a free core, are counted apart with {@link #recordZeros}.
 */
public final class LatencyHistogram {

    private static final int SUB_BUCKET_BITS = 10;
    private static final int MIN_EXPONENT = -20;
    private static final int MAX_EXPONENT = 27;
    private static final int BUCKETS = (MAX_EXPONENT - MIN_EXPONENT) << SUB_BUCKET_BITS;
    private static final long MIN_BITS = (long) (MIN_EXPONENT + 1023) << SUB_BUCKET_BITS;
    private static final int SHIFT = 52 - SUB_BUCKET_BITS;

    private double[] weights = new double[0];
    private int first;
    private double zeroWeight;
    private double totalWeight;
    private double weightedSum;
    private long recorded;

    /** Counts one duration. */
    public void record(double seconds) {
        record(seconds, 1);
    }

    /** Counts one duration that stands for {@code weight} requests. */
    public void record(double seconds, double weight) {
        int bucket = bucketOf(seconds);
        if (bucket < first || bucket >= first + weights.length) {
            cover(bucket, bucket);
        }
        weights[bucket - first] += weight;
        totalWeight += weight;
        weightedSum += weight * seconds;
        recorded++;
    }

    /** Counts {@code count} durations of exactly 0. */
    public void recordZeros(long count) {
        zeroWeight += count;
        totalWeight += count;
        recorded += count;
    }

    /**
     * Counts one duration in its bucket alone; {@link #addTotals} must tell how many there were and their sum before
     * anything is asked. Halves the time of {@link #record} where durations are summed up anyway.
     */
    public void recordBucket(double seconds) {
        if (!recordKnownBucket(seconds)) {
            int bucket = bucketOf(seconds);
            cover(bucket, bucket);
            weights[bucket - first]++;
        }
    }

    /**
     * Like {@link #recordBucket} if the histogram has the bucket already; otherwise does nothing and returns false. Calls
     * nothing, for loops that must not.
     */
    public boolean recordKnownBucket(double seconds) {
        long index = (Double.doubleToRawLongBits(seconds) >> SHIFT) - (MIN_BITS + first);
        boolean known = index >= 0 && index < weights.length;
        if (known) {
            weights[(int) index]++;
        }
        return known;
    }

    /** Completes what {@link #recordBucket} left out. */
    public void addTotals(long count, double sumSeconds) {
        totalWeight += count;
        weightedSum += sumSeconds;
        recorded += count;
    }

    /** Adds {@code other}, each of its requests counting {@code factor} times. */
    public void add(LatencyHistogram other, double factor) {
        if (other.weights.length > 0) {
            cover(other.first, other.first + other.weights.length - 1);
        }
        for (int i = 0; i < other.weights.length; i++) {
            weights[other.first - first + i] += factor * other.weights[i];
        }
        zeroWeight += factor * other.zeroWeight;
        totalWeight += factor * other.totalWeight;
        weightedSum += factor * other.weightedSum;
        recorded += other.recorded;
    }

    /** Returns the number of requests counted, by weight. */
    public double totalWeight() {
        return totalWeight;
    }

    /** Returns the number of requests recorded one by one, whatever their weight. */
    public long recorded() {
        return recorded;
    }

    /** Returns the exact weighted mean in seconds, NaN if nothing was counted. */
    public double meanSeconds() {
        return totalWeight > 0 ? weightedSum / totalWeight : Double.NaN;
    }

    /**
     * Returns the duration that a share {@code p} of the requests does not exceed, interpolated within its bucket; NaN if
     * nothing was counted.
     *
     * @param p share, 0 to 1
     */
    public double quantileSeconds(double p) {
        double target = p * totalWeight;
        if (zeroWeight > 0 && target <= zeroWeight) {
            return 0;
        }
        double below = zeroWeight;
        int last = -1;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                if (below + weights[i] >= target) {
                    return interpolate(first + i, Math.max(0, (target - below) / weights[i]));
                }
                below += weights[i];
                last = i;
            }
        }
        // Rounding may leave the target a hair beyond the last bucket.
        return last < 0 ? nothingButZeros() : lowerEdge(first + last + 1);
    }

    private double nothingButZeros() {
        return zeroWeight > 0 ? 0 : Double.NaN;
    }

    private static double interpolate(int bucket, double inside) {
        double low = lowerEdge(bucket);
        return low + inside * (lowerEdge(bucket + 1) - low);
    }

    /** Returns the share of requests that took at most {@code seconds}, NaN if nothing was counted. */
    public double shareUpTo(double seconds) {
        if (!(totalWeight > 0)) {
            return Double.NaN;
        }
        int bucket = bucketOf(seconds);
        double below = zeroWeight;
        for (int i = 0; i < weights.length && first + i < bucket; i++) {
            below += weights[i];
        }
        if (bucket >= first && bucket < first + weights.length) {
            double low = lowerEdge(bucket);
            double inside = (seconds - low) / (lowerEdge(bucket + 1) - low);
            below += Math.min(1, Math.max(0, inside)) * weights[bucket - first];
        }
        return below / totalWeight;
    }

    private static int bucketOf(double seconds) {
        long index = (Double.doubleToRawLongBits(seconds) >> SHIFT) - MIN_BITS;
        return (int) Math.max(0, Math.min(BUCKETS - 1, index));
    }

    private static double lowerEdge(int bucket) {
        return Double.longBitsToDouble((bucket + MIN_BITS) << SHIFT);
    }

    private void cover(int low, int high) {
        if (weights.length == 0) {
            first = Math.max(0, low - 512);
            weights = new double[Math.min(BUCKETS, high + 513) - first];
            return;
        }
        int newFirst = Math.min(first, low);
        int newEnd = Math.max(first + weights.length, high + 1);
        if (newFirst == first && newEnd == first + weights.length) {
            return;
        }
        newFirst = newFirst < first ? Math.max(0, newFirst - 1024) : newFirst;
        newEnd = newEnd > first + weights.length ? Math.min(BUCKETS, newEnd + 1024) : newEnd;
        double[] wider = new double[newEnd - newFirst];
        System.arraycopy(weights, 0, wider, first - newFirst, weights.length);
        weights = wider;
        first = newFirst;
    }

    @Override
    public String toString() {
        return "LatencyHistogram[totalWeight=" + totalWeight + ", mean=" + meanSeconds() + " s, buckets="
                + Arrays.stream(weights).filter(w -> w > 0).count() + "]";
    }
}
