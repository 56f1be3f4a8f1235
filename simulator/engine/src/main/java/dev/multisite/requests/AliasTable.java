package dev.multisite.requests;

/** Draws an index with given weights in constant time (Walker 1977, built as by Vose 1991). */
final class AliasTable {

    private static final double UNIT = 0x1p32;

    private final int size;
    /** Share of the cell that is its own, of 2^32, in the high half; the alias in the low half. */
    private final long[] cells;

    private final double[] scaled;
    private final int[] small;
    private final int[] large;

    AliasTable(int size) {
        this.size = size;
        cells = new long[size];
        scaled = new double[size];
        small = new int[size];
        large = new int[size];
    }

    /** Sets the weights, whose sum is {@code sum}. */
    void build(double[] weights, double sum) {
        int smalls = 0;
        int larges = 0;
        for (int i = 0; i < size; i++) {
            scaled[i] = weights[i] * size / sum;
            if (scaled[i] < 1) {
                small[smalls++] = i;
            } else {
                large[larges++] = i;
            }
        }
        while (smalls > 0 && larges > 0) {
            int low = small[--smalls];
            int high = large[larges - 1];
            cells[low] = cell(scaled[low], high);
            scaled[high] -= 1 - scaled[low];
            if (scaled[high] < 1) {
                larges--;
                small[smalls++] = high;
            }
        }
        fillUp(large, larges);
        fillUp(small, smalls);
    }

    private void fillUp(int[] rest, int count) {
        for (int i = 0; i < count; i++) {
            cells[rest[i]] = cell(1, rest[i]);
        }
    }

    private static long cell(double own, int alias) {
        long share = (long) Math.min(UNIT - 1, Math.max(0, own) * UNIT);
        return (share << 32) | alias;
    }

    /** Returns the index that 64 random {@code bits} stand for. */
    int index(long bits) {
        int column = (int) (((bits >>> 32) * size) >>> 32);
        long cell = cells[column];
        // All ones if the column keeps its own: no branch, as nobody could guess it.
        int own = (int) (((bits & 0xffffffffL) - (cell >>> 32)) >> 63);
        return (column & own) | ((int) cell & ~own);
    }
}
