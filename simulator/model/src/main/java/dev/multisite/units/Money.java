package dev.multisite.units;

/**
 * An amount of money in US dollars.
 *
 * @param usd finite and at least 0
 */
public record Money(double usd) {

    public static final Money ZERO = new Money(0);

    public Money {
        Quantities.requireNotNegative(usd, "amount of money");
    }
}
