package dev.multisite.units;

import java.time.Duration;
import java.time.Instant;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LiteralsProperties {

    @Property(seed = "20141022")
    void secondsAreReadAsTheyAreWritten(@ForAll @DoubleRange(max = 1e9) double seconds) {
        assertThat(Literals.seconds(Literals.formatSeconds(seconds))).isEqualTo(seconds);
    }

    @Property(seed = "20141022")
    void ratesAreReadAsTheyAreWritten(@ForAll @DoubleRange(max = 1e9) double perSecond) {
        Rate rate = new Rate(perSecond);
        assertThat(Literals.rate(Literals.formatRate(rate))).isEqualTo(rate);
    }

    @Property(seed = "20141022")
    void sizesAmountsAndFractionsAreReadAsTheyAreWritten(
            @ForAll @DoubleRange(max = 1e15) double amount, @ForAll @DoubleRange(max = 1) double fraction) {
        DataSize size = new DataSize(amount);
        Money money = new Money(amount);
        assertThat(Literals.dataSize(Literals.formatDataSize(size))).isEqualTo(size);
        assertThat(Literals.money(Literals.formatMoney(money))).isEqualTo(money);
        assertThat(Literals.fraction(Literals.formatFraction(fraction))).isEqualTo(fraction);
    }

    @Property(seed = "20141022")
    void instantsAreReadAsTheyAreWritten(@ForAll @LongRange(min = -2_000_000_000, max = 7_000_000_000L) long epoch) {
        Instant instant = Instant.ofEpochSecond(epoch);
        assertThat(Literals.instant(Literals.formatInstant(instant))).isEqualTo(instant);
    }

    @Property(seed = "20141022")
    void noTextMakesAParserFailOtherThanByItsMessage(@ForAll String text) {
        try {
            Literals.seconds(text);
            Literals.rate(text);
            Literals.money(text);
            Literals.instant(text);
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).isNotEmpty().doesNotContain("\n", "\u001b");
        }
    }

    @Example
    void unitsMeanWhatTheReferenceSays() {
        assertThat(Literals.seconds("250us")).isEqualTo(250e-6);
        assertThat(Literals.seconds("1.5y")).isEqualTo(1.5 * 365.25 * 86400);
        assertThat(Literals.seconds("2w")).isEqualTo(14 * 86400);
        assertThat(Literals.duration("15min")).isEqualTo(Duration.ofMinutes(15));
        assertThat(Literals.rate("60/d").perDay()).isEqualTo(60);
        assertThat(Literals.rate("100k/w").perSecond()).isEqualTo(100_000 / 604_800.0);
        assertThat(Literals.count("175k")).isEqualTo(175_000);
        assertThat(Literals.dataSize("4 KB").bytes()).isEqualTo(4000);
        assertThat(Literals.dataSize("1.5 MiB").bytes()).isEqualTo(1.5 * 1024 * 1024);
        assertThat(Literals.bandwidth("10 Gbit/s").bitsPerSecond()).isEqualTo(1e10);
        assertThat(Literals.bandwidth("1 MiB/s").bytesPerSecond()).isEqualTo(1024 * 1024);
        assertThat(Literals.money("12 MUSD").usd()).isEqualTo(12e6);
        assertThat(Literals.fraction("35%")).isEqualTo(0.35);
        assertThat(Literals.fractionPerYear("10%/y")).isEqualTo(0.1);
        assertThat(Literals.instant("2014-10-22T08:30Z")).isEqualTo(Instant.parse("2014-10-22T08:30:00Z"));
        assertThat(Literals.kgPerKwh("620 g/kWh")).isEqualTo(0.62);
    }

    @Example
    void wrongUnitsAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Literals.money("5 EUR"))
                .withMessage("amounts are in US dollars (such as 0.09 USD), convert EUR first, got \"5 EUR\"");
        assertThatIllegalArgumentException().isThrownBy(() -> Literals.seconds("-3h"));
        assertThatIllegalArgumentException().isThrownBy(() -> Literals.seconds("1e400s"));
        assertThatIllegalArgumentException().isThrownBy(() -> Literals.seconds("1e999999999s"));
        assertThatIllegalArgumentException().isThrownBy(() -> Literals.seconds("11000y"));
        assertThatIllegalArgumentException().isThrownBy(() -> Literals.fraction("120%"));
        assertThatIllegalArgumentException().isThrownBy(() -> Literals.dataSize("4 kilobyte"));
        assertThatIllegalArgumentException().isThrownBy(() -> Literals.instant("2014-13-01"));
    }
}
