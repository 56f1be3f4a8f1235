package dev.multisite.regulation;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.multisite.regulation.catalogue.LawCatalogue;
import dev.multisite.regulation.enforcement.EnforcementReplay;
import dev.multisite.regulation.enforcement.EnforcementResult;
import dev.multisite.regulation.enforcement.EnforcementSettings;
import dev.multisite.regulation.enforcement.LawExposure;
import dev.multisite.regulation.enforcement.LawExposure.Segment;
import dev.multisite.regulation.law.Distribution;
import dev.multisite.regulation.law.EnforcementTerms;
import dev.multisite.regulation.law.EnforcementTerms.Appeal;
import dev.multisite.regulation.law.EnforcementTerms.Outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

class EnforcementReplayTest {

    private static final double CAP = 0.04 * 43.75e9;

    private static final EnforcementTerms EU = new EnforcementTerms(
            new Distribution.Pert(0.02, 0.10, 0.50),
            0,
            0,
            new Distribution.Fixed(0),
            new Distribution.LogNormal(3.4, 0.35),
            new Outcomes(0.23, 0.54, 0.23, 0, 0, 0),
            new Distribution.Beta(2, 8),
            new Distribution.Beta(2, 8),
            new Distribution.Beta(8, 2),
            Appeal.NONE,
            new Distribution.Fixed(0),
            true);

    private static LawExposure always(EnforcementTerms terms) {
        return new LawExposure("EU-GDPR", terms, List.of(new Segment(0, 1e6, 0, 0, CAP, CAP, false, 0)), false);
    }

    /** Expected figures by an independent computation of 200,000 draws; tolerances as stated there. */
    @Test
    void tenYearsOfBreachInTheUnionCostWhatTheIndependentModelSays() {
        EnforcementResult result = EnforcementReplay.run(List.of(always(EU)), EnforcementSettings.of(1, 100_000, 10));
        assertThat(result.total().announced().mean()).isCloseTo(78.6e6, within(0.03 * 78.6e6));
        assertThat(result.total().announced().probability()).isCloseTo(0.196, within(0.005));
        assertThat(result.total().announced().p95()).isCloseTo(534e6, within(0.05 * 534e6));
        assertThat(result.total().announced().p99()).isCloseTo(898e6, within(0.05 * 898e6));
        assertThat(result.total().announced().es95()).isCloseTo(762e6, within(0.05 * 762e6));
        assertThat(result.total().announced().p50()).isZero();
        assertThat(result.total().orders().probability()).isCloseTo(0.49, within(0.01));
        assertThat(result.total().medianFirstMeasureYears()).isCloseTo(6.0, within(0.1));
    }

    @Test
    void tenThousandReplaysOfAllLawsTakeLessThanFiveSeconds() {
        List<LawExposure> laws = LawCatalogue.shipped().laws().stream()
                .filter(law -> !law.isAccessLaw())
                .map(law -> new LawExposure(
                        law.id(),
                        law.enforcement(),
                        List.of(
                                new Segment(0, 1e6, 1e6, 0.5, 1e9, 1e9, true, 1e6),
                                new Segment(1, 0, 1e6, 0.5, 1e9, 1e9, true, 1e6),
                                new Segment(1.5, 0, 0, 0, 1e9, 1e9, true, 1e6)),
                        false))
                .toList();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        EnforcementReplay.run(laws, EnforcementSettings.of(7, 10_000, 2));
        Duration used = Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);
        assertThat(used).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void nothingHappensWithoutABreach() {
        LawExposure clean =
                new LawExposure("EU-GDPR", EU, List.of(new Segment(0, 0, 0, 0, CAP, CAP, true, 1e6)), false);
        EnforcementResult result = EnforcementReplay.run(List.of(clean), EnforcementSettings.of(1, 1000, 10));
        assertThat(result.total().orders().mean()).isZero();
        assertThat(result.total().announced().probability()).isZero();
    }

    /** In each replay the strict reading either holds for everything or for nothing: half the fines, not half the fine. */
    @Test
    void aContestedReadingHoldsForAllRecordsOrForNone() {
        LawExposure contested =
                new LawExposure("EU-GDPR", EU, List.of(new Segment(0, 0, 1e6, 0.5, CAP, CAP, false, 0)), false);
        EnforcementSettings settings = EnforcementSettings.of(3, 100_000, 10);
        double certain = EnforcementReplay.run(List.of(always(EU)), settings)
                .total()
                .announced()
                .probability();
        double disputed = EnforcementReplay.run(List.of(contested), settings)
                .total()
                .announced()
                .probability();
        assertThat(disputed).isCloseTo(certain / 2, within(4 * 0.0013));
    }

    /** With few complaints hardly any replay has two, so half of the fines must be gone; 4 standard errors. */
    @Test
    void collectedIsLessThanAnnouncedAndComplianceTurnsFinesIntoOrders() {
        EnforcementTerms rare = new EnforcementTerms(
                new Distribution.Fixed(0.2),
                0,
                0,
                EU.triageYears(),
                EU.durationYears(),
                EU.outcome(),
                EU.shareOfCapFirst(),
                EU.shareOfCapRepeat(),
                EU.collectedShare(),
                Appeal.NONE,
                EU.blockDays(),
                true);
        LawExposure shortBreach = new LawExposure(
                "EU-GDPR",
                rare,
                List.of(new Segment(0, 1e6, 0, 0, CAP, CAP, false, 0), new Segment(0.5, 0, 0, 0, CAP, CAP, false, 0)),
                false);
        EnforcementResult result = EnforcementReplay.run(List.of(shortBreach), EnforcementSettings.of(5, 100_000, 20));
        EnforcementResult.Figures figures = result.total();
        assertThat(figures.collected().mean() / figures.announced().mean()).isCloseTo(0.8, within(0.02));
        double fined = figures.announced().probability() / figures.orders().probability();
        assertThat(fined).isCloseTo(0.23 / 0.77 / 2, within(0.02));
    }

    @Test
    void aBlockCountsTheDeviceDaysItCuts() {
        EnforcementTerms block = new EnforcementTerms(
                new Distribution.Fixed(0.01),
                0,
                0,
                new Distribution.Fixed(0),
                new Distribution.Fixed(0.5),
                new Outcomes(0, 0, 0, 0, 0, 1),
                new Distribution.Fixed(0),
                new Distribution.Fixed(0),
                new Distribution.Fixed(0),
                Appeal.NONE,
                new Distribution.Fixed(36.525),
                true);
        LawExposure law = new LawExposure("XX", block, List.of(new Segment(0, 1, 0, 0, 0, 0, true, 1000)), false);
        EnforcementResult result = EnforcementReplay.run(List.of(law), EnforcementSettings.of(1, 20_000, 10));
        double perBlock = result.total().blockedDeviceDays().mean()
                / result.total().blocks().mean();
        assertThat(perBlock).isCloseTo(36_525, within(1000.0));
    }

    @Test
    void whatIsNotKnownWidensTheBandOfTheMean() {
        EnforcementTerms fixedRate = new EnforcementTerms(
                new Distribution.Fixed(0.1533),
                0,
                0,
                EU.triageYears(),
                EU.durationYears(),
                EU.outcome(),
                EU.shareOfCapFirst(),
                EU.shareOfCapRepeat(),
                EU.collectedShare(),
                Appeal.NONE,
                EU.blockDays(),
                true);
        EnforcementSettings settings = EnforcementSettings.of(11, 10_000, 10);
        EnforcementResult.Layers open = layers(always(EU), settings);
        EnforcementResult.Layers known = layers(always(fixedRate), settings);
        // A rate between 0.02 and 0.50 a year gives means that differ several times over; a known rate gives one mean.
        assertThat(open.high()).isGreaterThan(2 * open.low());
        assertThat(known.high()).isEqualTo(known.low());
        assertThat(open.low()).isLessThan(78.6e6);
        assertThat(open.high()).isGreaterThan(78.6e6);
        assertThat(open.lenient()).isEqualTo(open.strict());
    }

    private static EnforcementResult.Layers layers(LawExposure law, EnforcementSettings settings) {
        return EnforcementReplay.run(List.of(law), settings).total().layers();
    }

    /** 4 standard errors of a mean of 100,000 replays around what an undisputed breach costs. */
    @Test
    void theLenientAndTheStrictReadingAreToldApart() {
        LawExposure contested =
                new LawExposure("EU-GDPR", EU, List.of(new Segment(0, 0, 1e6, 0.25, CAP, CAP, false, 0)), false);
        EnforcementSettings settings = EnforcementSettings.of(3, 100_000, 10);
        EnforcementResult.Figures disputed =
                EnforcementReplay.run(List.of(contested), settings).total();
        EnforcementResult.Figures certain =
                EnforcementReplay.run(List.of(always(EU)), settings).total();

        assertThat(disputed.layers().lenient()).isZero();
        assertThat(disputed.layers().strict())
                .isEqualTo(certain.layers().strict())
                .isCloseTo(certain.announced().mean(), withPercentage(1e-9));
        assertThat(disputed.announced().mean())
                .isCloseTo(
                        certain.announced().mean() / 4,
                        within(4 * disputed.announced().meanError()));
    }

    /** Half of the courses break nothing: half the fines, and an error that knows how few courses there are. */
    @Test
    void coursesOfTheExposureAreMixed() {
        EnforcementSettings settings = EnforcementSettings.of(3, 40_000, 10);
        EnforcementResult.Figures mixed = EnforcementReplay.runCourses(
                        List.of(List.of(always(EU)), List.of()), settings)
                .total();
        EnforcementResult.Figures certain =
                EnforcementReplay.run(List.of(always(EU)), settings).total();

        double expected = certain.announced().probability() / 2;
        assertThat(mixed.announced().probability()).isCloseTo(expected, within(0.01));
        // Two courses with probabilities p and 0: the standard error of their mean is p / 2.
        assertThat(mixed.announced().probabilityError())
                .isCloseTo(certain.announced().probability() / 2, within(0.01));
    }

    @Test
    void anOrderToTakeNoNewUsersCountsTheDevicesThatAreNotSold() {
        EnforcementTerms stop = new EnforcementTerms(
                new Distribution.Fixed(0.01),
                0,
                0,
                new Distribution.Fixed(0),
                new Distribution.Fixed(0.5),
                new Outcomes(0, 0, 0, 0, 1, 0),
                new Distribution.Fixed(0),
                new Distribution.Fixed(0),
                new Distribution.Fixed(0),
                Appeal.NONE,
                new Distribution.Fixed(36.525),
                true);
        LawExposure law =
                new LawExposure("XX", stop, List.of(new Segment(0, 1, 0, 0, 0, 0, true, 1000, 50_000)), false);
        EnforcementResult.Figures figures = EnforcementReplay.run(List.of(law), EnforcementSettings.of(1, 20_000, 10))
                .total();
        double perStop = figures.unsoldDevices().mean() / figures.closures().mean();
        assertThat(perStop).isCloseTo(5000, within(150.0));
        assertThat(figures.blocks().mean()).isZero();
        assertThat(figures.suspensions().mean()).isZero();
    }

    @Test
    void fewerRecordsInBreachNeverBringMoreProceedingsOnTheSameRandomNumbers() {
        EnforcementTerms perRecord = new EnforcementTerms(
                new Distribution.Fixed(0),
                0.5,
                0,
                EU.triageYears(),
                EU.durationYears(),
                EU.outcome(),
                EU.shareOfCapFirst(),
                EU.shareOfCapRepeat(),
                EU.collectedShare(),
                Appeal.NONE,
                EU.blockDays(),
                true);
        EnforcementSettings settings = EnforcementSettings.of(2, 5000, 10);
        double more = EnforcementReplay.run(List.of(records(perRecord, 2e6)), settings)
                .total()
                .orders()
                .mean();
        double fewer = EnforcementReplay.run(List.of(records(perRecord, 1e6)), settings)
                .total()
                .orders()
                .mean();
        assertThat(fewer).isLessThan(more).isGreaterThan(0);
    }

    private static LawExposure records(EnforcementTerms terms, double records) {
        return new LawExposure("EU-GDPR", terms, List.of(new Segment(0, records, 0, 0, CAP, CAP, false, 0)), false);
    }
}
