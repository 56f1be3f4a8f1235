package dev.multisite.regulation.yaml;

import java.util.Collection;

/** Finds the known name that a misspelt one was probably meant to be. */
public final class Nearest {

    private Nearest() {}

    /** Returns {@code ; did you mean 'x'?}, or an empty text if no known name is near. */
    public static String hint(String given, Collection<String> known) {
        String best = "";
        int bestDistance = Integer.MAX_VALUE;
        if (given.length() <= 64) {
            for (String name : known) {
                int distance = distance(given, name);
                if (distance < bestDistance) {
                    best = name;
                    bestDistance = distance;
                }
            }
        }
        int allowed = Math.max(1, Math.min(given.length(), best.length()) / 3);
        return bestDistance <= allowed ? "; did you mean '" + best + "'?" : "";
    }

    /** Levenshtein distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int next = Math.min(Math.min(row[j], row[j - 1]) + 1, diagonal + cost);
                diagonal = row[j];
                row[j] = next;
            }
        }
        return row[b.length()];
    }
}
