package dev.multisite.units;

/**
 * An amount of data. Decimal prefixes are powers of 1000 (kB, MB, GB), binary ones of 1024 (KiB, MiB, GiB).
 *
 * @param bytes finite and at least 0; fractions are allowed, because sizes are averages
 */
public record DataSize(double bytes) {

    public static final DataSize ZERO = new DataSize(0);

    public DataSize {
        Quantities.requireNotNegative(bytes, "data size");
    }

    /** Returns the size in gigabytes of 10^9 bytes, the unit that clouds bill by. */
    public double gigabytes() {
        return bytes / 1e9;
    }
}
