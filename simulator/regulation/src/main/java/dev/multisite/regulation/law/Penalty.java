package dev.multisite.regulation.law;

import java.time.LocalDate;

/**
 * A maximum penalty in the law's own currency.
 *
 * @param window days on which it holds
 * @param currency ISO 4217 code
 * @param cap amount; 0 if the law names none
 * @param capRepeat amount for a repeated offence; equal to {@code cap} if the law makes no difference
 * @param turnoverFraction share of the turnover, 0 to 1; 0 if the law names none
 * @param base whose turnover
 * @param turnoverFloor turnover in the law's currency above which the share applies
 * @param rule how amount and share combine
 * @param sensitiveFactor factor for specially protected classes, at least 1
 * @param block whether the service may be blocked
 */
public record Penalty(
        Window window,
        String currency,
        double cap,
        double capRepeat,
        double turnoverFraction,
        Base base,
        double turnoverFloor,
        Combine rule,
        double sensitiveFactor,
        boolean block) {

    /** Whose turnover a share is taken of. */
    public enum Base {
        WORLDWIDE_GROUP,
        LOCAL
    }

    /** How an amount and a share of turnover combine. */
    public enum Combine {
        GREATER,
        LESSER
    }

    /** Returns whether the penalty holds on {@code date}. */
    public boolean holdsOn(LocalDate date) {
        return window.contains(date);
    }

    /**
     * Returns the highest fine in the law's currency.
     *
     * @param worldTurnover turnover of the group in the law's currency
     * @param localTurnover turnover in the law's country in the law's currency
     */
    public double maximum(double worldTurnover, double localTurnover, boolean repeat, boolean sensitive) {
        double turnover = base == Base.WORLDWIDE_GROUP ? worldTurnover : localTurnover;
        double share = turnover > turnoverFloor ? turnover * turnoverFraction : 0;
        double amount = repeat ? capRepeat : cap;
        double maximum = amount;
        if (turnoverFraction > 0) {
            boolean lesser = rule == Combine.LESSER && amount > 0 && share > 0;
            maximum = lesser ? Math.min(amount, share) : Math.max(amount, share);
        }
        return sensitive ? maximum * sensitiveFactor : maximum;
    }
}
