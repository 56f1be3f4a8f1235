package dev.multisite.scenario.yaml;

import java.util.Collection;
import java.util.Locale;

/** Finds the known name that a misspelt one was probably meant to be. */
final class Nearest {

    private Nearest() {}

    /** Returns {@code did you mean 'x'?}, or an empty text if no known name is near. */
    static String hint(String given, Collection<String> known) {
        String best = "";
        int bestDistance = Integer.MAX_VALUE;
        if (given.length() <= 64) {
            for (String name : known) {
                int distance = distance(given.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
                if (distance < bestDistance) {
                    best = name;
                    bestDistance = distance;
                }
            }
        }
        int shorter = Math.min(given.length(), best.length());
        int allowed = shorter < 2 ? 0 : Math.max(1, shorter / 3);
        return bestDistance <= allowed ? "did you mean '" + best + "'?" : "";
    }

    /**
     * Returns the number of insertions, deletions, substitutions and swaps of neighbours between two texts
     * (Damerau-Levenshtein distance in its optimal string alignment form).
     */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : cell(a, b, d, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int cell(String a, String b, int[][] d, int i, int j) {
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + cost);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}
