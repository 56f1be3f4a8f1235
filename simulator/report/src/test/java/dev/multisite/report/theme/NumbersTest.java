package dev.multisite.report.theme;

import java.util.Locale;

import org.junit.jupiter.api.Test;

import dev.multisite.report.results.Estimate;

import static org.assertj.core.api.Assertions.assertThat;

class NumbersTest {

    @Test
    void aFigureIsRoundedToWhatItsIntervalSupports() {
        assertThat(Numbers.estimate(new Estimate(212.3456, 203.1, 221.6), "ms")).isEqualTo("212 ms ± 9 ms");
        assertThat(Numbers.estimate(new Estimate(212.3456, 210.9, 213.7), "ms")).isEqualTo("212.3 ms ± 1.4 ms");
        assertThat(Numbers.estimate(new Estimate(0.00213, 0.0018, 0.00246), "fraction"))
                .isEqualTo("0.21 % ± 0.03 %");
    }

    @Test
    void aLopsidedIntervalIsNotShownAsPlusMinus() {
        assertThat(Numbers.estimate(new Estimate(0.00038, 0, 0.00097), "fraction"))
                .isEqualTo("0.038 % (0.00 to 0.10 %)");
    }

    @Test
    void largeFiguresTakeAPrefixAndSmallOnesStaySmall() {
        assertThat(Numbers.plain(21_437_000, "USD")).isEqualTo("21.4 million USD");
        assertThat(Numbers.plain(15_300, "ms")).isEqualTo("15.3 s");
        assertThat(Numbers.plain(0.0000123, "fraction")).isEqualTo("0.00123 %");
        assertThat(Numbers.plain(0, "fraction")).isEqualTo("0 %");
    }

    @Test
    void aMissingFigureIsADash() {
        assertThat(Numbers.estimate(Estimate.NONE, "ms")).isEqualTo("–");
        assertThat(Numbers.interval(new Estimate(3, Double.NaN, Double.NaN), "ms"))
                .isEqualTo("–");
    }

    @Test
    void numbersReadTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Numbers.plain(1234.5, "kWh")).isEqualTo("1,230 kWh");
            assertThat(Numbers.percentTick(0.005)).isEqualTo("0.5 %");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void logTicksStandAtOneTwoAndFiveWhereThereIsRoom() {
        assertThat(DecadeAxis.values(5, 200, 5)).containsExactly(5.0, 10.0, 20.0, 50.0, 100.0, 200.0);
        assertThat(DecadeAxis.values(5, 2000, 1.5)).containsExactly(10.0, 100.0, 1000.0);
        assertThat(DecadeAxis.values(1e-6, 1, 0.5)).containsExactly(1e-6, 1e-4, 1e-2, 1.0);
    }

    @Test
    void aWideIntervalRoundsToTensAndThousands() {
        assertThat(Numbers.estimate(new Estimate(65_266, 59_897, 70_635), "kWh"))
                .isEqualTo("65,000 kWh ± 5,000 kWh");
        assertThat(Numbers.compact(new Estimate(1141, 985, 1297), "ms")).isEqualTo("1,140 ± 160 ms");
    }

    @Test
    void fourDigitsAreEnoughWhereHardlyAnythingIsLeftToChance() {
        assertThat(Numbers.compact(new Estimate(0.070689, 0.070677, 0.070701), "USD"))
                .isEqualTo("0.07069 ± 0.00001 USD");
        assertThat(Numbers.compact(new Estimate(0.091363316, 0.091363310, 0.091363322), "fraction"))
                .isEqualTo("9.136 %");
        assertThat(Numbers.plain(5.489e-10, "fraction")).isEqualTo("<0.000001 %");
    }

    @Test
    void aSentenceHasThreeDigitsAtMost() {
        assertThat(Numbers.brief(new Estimate(2986, 2984, 2988), "ms")).isEqualTo("2,990 ms");
        assertThat(Numbers.brief(new Estimate(466.7, 466.4, 467.0), "ms")).isEqualTo("467 ms");
        assertThat(Numbers.brief(new Estimate(292, 283, 301), "ms")).isEqualTo("292 ms");
        assertThat(Numbers.brief(new Estimate(0.99953, 0.9992, 0.9998), "fraction"))
                .isEqualTo("99.95 %");
        assertThat(Numbers.brief(new Estimate(1, Double.NaN, Double.NaN), "fraction"))
                .isEqualTo("100 %");
    }
}
