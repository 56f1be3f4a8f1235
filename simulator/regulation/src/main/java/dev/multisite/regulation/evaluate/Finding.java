package dev.multisite.regulation.evaluate;

/**
 * What one law says about a case.
 *
 * @param law id of the law; {@link #ANY_LAW} where no law of the catalogue covers the subject's country
 * @param version version that was applied; empty if none was
 * @param verdict what it says
 * @param p probability that it is a breach today: 1 for a breach or conflict, the probability for an uncertain case, NaN
 *     where nothing is known, else 0
 * @param rule id of the rule that decided; empty if none did
 * @param because reason in plain words
 * @param reviewed whether somebody has checked the law's file against its sources
 */
public record Finding(
        String law, String version, Verdict verdict, double p, String rule, String because, boolean reviewed) {

    /** Stands for "no law of the catalogue". */
    public static final String ANY_LAW = "*";
}
