package dev.multisite.network;

import java.util.List;

import dev.multisite.catalogue.HubGraph.BorderTerms;

/** What a round trip pays for crossing the border of mainland China, by year. */
public final class ChinaBorder {

    static final String CHINA = "CN";

    private final List<BorderTerms> evidence;

    /** @param evidence of the catalogue, in order of year */
    public ChinaBorder(List<BorderTerms> evidence) {
        this.evidence = evidence;
    }

    /** Says whether a path between two countries (ISO 3166-1 alpha-2) crosses the border. */
    public static boolean crosses(String from, String to) {
        return from.equals(CHINA) != to.equals(CHINA);
    }

    /** Returns the terms of a year: linear between the years of evidence, constant before and after. */
    public BorderTerms terms(int year) {
        BorderTerms first = evidence.get(0);
        BorderTerms last = evidence.get(evidence.size() - 1);
        double part = Math.max(0, Math.min(1, (year - first.year()) / (double) (last.year() - first.year())));
        double lower = between(first.lowerQuartileMillis(), last.lowerQuartileMillis(), part);
        double upper = between(first.upperQuartileMillis(), last.upperQuartileMillis(), part);
        String range = "; a quarter of the pairs is below " + Math.round(lower) + " ms, a quarter above "
                + Math.round(upper) + " ms";
        return new BorderTerms(
                year,
                between(first.medianMillis(), last.medianMillis(), part),
                lower,
                upper,
                between(first.loss(), last.loss(), part),
                first.source() + range);
    }

    /** Returns the terms of the newest evidence. */
    BorderTerms latest() {
        return terms(evidence.get(evidence.size() - 1).year());
    }

    private static double between(double a, double b, double part) {
        return a + part * (b - a);
    }
}
