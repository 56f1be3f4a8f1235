package dev.multisite.units;

/**
 * Data per unit of time.
 *
 * @param bitsPerSecond finite and above 0
 */
public record Bandwidth(double bitsPerSecond) {

    public Bandwidth {
        Quantities.requirePositive(bitsPerSecond, "bandwidth");
    }

    public double bytesPerSecond() {
        return bitsPerSecond / 8;
    }
}
