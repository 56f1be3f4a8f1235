package dev.multisite.regulation;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.multisite.regulation.catalogue.LawCatalogue;
import dev.multisite.regulation.evaluate.Evaluator;
import dev.multisite.regulation.evaluate.Reach;
import dev.multisite.regulation.exposure.Cohort;
import dev.multisite.regulation.exposure.Exposure;
import dev.multisite.regulation.exposure.ExposureModel;
import dev.multisite.regulation.exposure.Migration;
import dev.multisite.regulation.exposure.RecordCurve;
import dev.multisite.regulation.exposure.Stretch;
import dev.multisite.regulation.facts.CaseFacts;
import dev.multisite.regulation.facts.Controller;
import dev.multisite.regulation.facts.Copy;
import dev.multisite.regulation.facts.HeldFacts;
import dev.multisite.regulation.facts.Subject;
import dev.multisite.regulation.law.Rule;
import dev.multisite.scenario.Period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ExposureModelTest {

    private static final double DAY = 86_400;
    private static final Evaluator EVALUATOR = new Evaluator(LawCatalogue.shipped());

    private static CaseFacts facts(String country, String... places) {
        List<Copy> copies = new ArrayList<>();
        for (String place : places) {
            copies.add(Copy.of(place, Copy.Role.PRIMARY));
        }
        return new CaseFacts(
                new Subject(country, Set.of(), "contacts", Double.NaN, Double.NaN, Set.of()),
                new Controller("CN", Set.of("targets-country"), true),
                copies,
                List.of(),
                HeldFacts.NONE);
    }

    private static Period period(String from, String to) {
        return new Period(Instant.parse(from + "T00:00:00Z"), Instant.parse(to + "T00:00:00Z"));
    }

    private static Cohort still(String country, double records, CaseFacts facts, Period period) {
        return new Cohort(
                country,
                "contacts",
                RecordCurve.constant(records),
                List.of(),
                List.of(new Stretch(0, period.seconds(), List.of(new Stretch.Part(facts, 1, 1)))));
    }

    /** 2.0 million records, 91 days in Singapore, then a linear move over 60 days: (91 + 60 / 2) days * 2e6. */
    @Test
    void aMigrationCountsExactlyTheRecordsNotYetMoved() {
        Period period = period("2015-06-01", "2017-01-01");
        double lawDay = period.toSeconds(Instant.parse("2015-09-01T00:00:00Z"));
        CaseFacts abroad = facts("RU", "SG");
        CaseFacts home = facts("RU", "RU");
        double start = lawDay + 91 * DAY;
        Migration migration = new Migration(start, 60 * DAY, 0);
        List<Stretch> stretches = new ArrayList<>();
        stretches.add(new Stretch(0, start, List.of(new Stretch.Part(abroad, 1, 1))));
        stretches.addAll(migration.stretches(abroad, home, home, period.seconds()));
        Cohort cohort = new Cohort("RU", "contacts", RecordCurve.constant(2e6), List.of(), stretches);
        Exposure exposure = new ExposureModel(EVALUATOR, period).evaluate(List.of(cohort));
        double recordYears =
                exposure.nonCompliantRecordYears(piece -> piece.finding().law().equals("RU-LOCAL"));
        assertThat(recordYears).isCloseTo((2e6 * 91 + 2e6 * 60 / 2) / 365.25, within(1e-3));
        assertThat(Math.round(recordYears / 10) * 10).isEqualTo(662_560);
        assertThat(exposure.timeToComplianceDays("RU-LOCAL")).isCloseTo(151, within(1e-6));
    }

    @Test
    void bothCopiesCountUntilTheOldOneIsDeleted() {
        Migration migration = Migration.of(0, 6e12, 1.25e8, 0.8, 14 * DAY);
        assertThat(migration.copySeconds()).isEqualTo(60_000);
        assertThat(migration.copied(60_000)).isEqualTo(1);
        assertThat(migration.deleted(60_000)).isZero();
        assertThat(migration.deleted(14 * DAY + 30_000)).isEqualTo(0.5);
        assertThat(migration.endSeconds()).isEqualTo(60_000 + 14 * DAY);
        double inBoth = 0;
        for (Stretch stretch :
                migration.stretches(facts("RU", "SG"), facts("RU", "SG", "RU"), facts("RU", "RU"), 30 * DAY)) {
            for (Stretch.Part part : stretch.parts()) {
                boolean both = part.facts().copies().size() == 2;
                double mean = (part.shareAtStart() + part.shareAtEnd()) / 2;
                inBoth += both ? mean * (stretch.toSeconds() - stretch.fromSeconds()) : 0;
            }
        }
        assertThat(inBoth).isCloseTo(14 * DAY, within(1e-3));
    }

    /** Two disputed readings stay apart: each has its expectation and its worst case. */
    @Test
    void contestedRecordsAreCountedAsExpectedAndWorstPerLaw() {
        Period period = new Period(
                Instant.parse("2018-01-01T00:00:00Z"),
                Instant.parse("2018-01-01T00:00:00Z").plusSeconds((long) (365.25 * DAY)));
        Cohort indonesia = still("ID", 1e6, facts("ID", "SG"), period);
        Exposure exposure = new ExposureModel(EVALUATOR, period).evaluate(List.of(indonesia));
        assertThat(exposure.expectedRecordYears(p -> p.finding().law().equals("ID-LOCAL")))
                .isCloseTo(500_000, within(1e-3));
        assertThat(exposure.worstRecordYears(p -> p.finding().law().equals("ID-LOCAL")))
                .isCloseTo(1e6, within(1e-3));
        Period later = new Period(
                Instant.parse("2025-07-02T00:00:00Z"),
                Instant.parse("2025-07-02T00:00:00Z").plusSeconds((long) (365.25 * DAY)));
        Copy first = new Copy(
                "RU",
                Copy.Role.PRIMARY,
                dev.multisite.regulation.facts.Form.CLEAR,
                Copy.FirstWrite.YES,
                true,
                true,
                "",
                dev.multisite.regulation.facts.Keys.UNKNOWN,
                Set.of());
        CaseFacts mirrored = new CaseFacts(
                facts("RU").subject(),
                facts("RU").controller(),
                List.of(first, Copy.of("SG", Copy.Role.REPLICA)),
                List.of(),
                HeldFacts.of("regulator-notice"));
        Exposure russia = new ExposureModel(EVALUATOR, later).evaluate(List.of(still("RU", 1e6, mirrored, later)));
        assertThat(russia.expectedRecordYears(p -> p.finding().law().equals("RU-LOCAL")))
                .isCloseTo(250_000, within(1e-3));
        assertThat(russia.worstRecordYears(p -> p.finding().law().equals("RU-LOCAL")))
                .isCloseTo(1e6, within(1e-3));
    }

    @Test
    void countriesAndClassesAddUpAndUnknownIsKeptApart() {
        Period period = period("2015-01-01", "2016-07-01");
        List<Cohort> cohorts = List.of(
                still("RU", 2e6, facts("RU", "SG"), period),
                still("SG", 3e6, facts("SG", "CN"), period),
                still("MN", 1e6, facts("MN", "CN"), period));
        Exposure exposure = new ExposureModel(EVALUATOR, period).evaluate(cohorts);
        double all = exposure.nonCompliantRecordYears(piece -> true);
        double parts = 0;
        for (String country : List.of("RU", "SG", "MN")) {
            parts += exposure.nonCompliantRecordYears(piece -> piece.country().equals(country));
        }
        assertThat(parts).isCloseTo(all, within(1e-6)).isGreaterThan(0);
        assertThat(exposure.unknownRecordYears(piece -> true))
                .isCloseTo(1e6 * period.seconds() / DAY / 365.25, within(1e-3));
        assertThat(exposure.recordYears(piece -> true)).isCloseTo(6e6 * period.seconds() / DAY / 365.25, within(1e-2));
    }

    @Test
    void recordsGrowWithoutAnErrorOfIntegration() {
        Period period = period("2015-09-01", "2016-08-31");
        double days = period.seconds() / DAY;
        Cohort growing = new Cohort(
                "RU",
                "contacts",
                time -> 1000 * time / DAY,
                List.of(),
                List.of(new Stretch(0, period.seconds(), List.of(new Stretch.Part(facts("RU", "SG"), 1, 1)))));
        Exposure exposure = new ExposureModel(EVALUATOR, period).evaluate(List.of(growing));
        assertThat(exposure.nonCompliantRecordYears(p -> p.finding().law().equals("RU-LOCAL")))
                .isCloseTo(1000 * days * days / 2 / 365.25, within(1e-5));
    }

    @Test
    void foreignReachIsAShareOfTheRecordsByStateAndBasis() {
        Period period = period("2014-07-01", "2014-12-31");
        Exposure exposure =
                new ExposureModel(EVALUATOR, period).evaluate(List.of(still("IN", 1e6, facts("IN", "CN"), period)));
        double all = exposure.recordYears(piece -> true);
        assertThat(exposure.foreignRecordYears(piece -> true)).isCloseTo(all, within(1e-6));
        assertThat(exposure.reachedRecordYears("CN", Rule.Basis.TERRITORY, Reach.Form.CLEAR))
                .isCloseTo(all, within(1e-6));
        assertThat(exposure.nonCompliantRecordYears(piece -> true)).isZero();
    }

    /** Russia's rule begins in the period and the records stay: one violation, open to the end. */
    @Test
    void aViolationStaysOpenUntilItIsCured() {
        Period period = period("2015-08-01", "2015-12-01");
        Exposure exposure =
                new ExposureModel(EVALUATOR, period).evaluate(List.of(still("RU", 1e6, facts("RU", "SG"), period)));
        assertThat(exposure.openViolations()).hasSize(1).containsValue(1);
        assertThat(exposure.openViolations().firstKey()).isEqualTo(31 * DAY);
        assertThat(exposure.timeToComplianceDays("RU-LOCAL")).isInfinite();
    }

    /** 60 countries, 12 classes, 8 placements, all laws of the catalogue, fifteen years. */
    @Test
    @Tag("slow")
    void fifteenYearsOfSixtyCountriesTakeLessThanTenSeconds() {
        Period period = period("2012-01-01", "2027-01-01");
        List<String> countries = LawCatalogue.shipped().laws().stream()
                .flatMap(law -> law.countries().stream())
                .distinct()
                .limit(60)
                .toList();
        List<String> classes = List.of(
                "device-id",
                "phone-number",
                "email-address",
                "contacts",
                "message-content",
                "message-metadata",
                "location",
                "biometric",
                "health",
                "payment",
                "account-credential",
                "photos");
        List<Cohort> cohorts = new ArrayList<>();
        for (String country : countries) {
            for (String dataClass : classes) {
                for (String place : List.of("CN", "SG", "US", "IN", "DE", "RU", "BR", "GB")) {
                    CaseFacts facts = facts(country, place);
                    CaseFacts of = new CaseFacts(
                            new Subject(country, Set.of(), dataClass, Double.NaN, Double.NaN, Set.of()),
                            facts.controller(),
                            facts.copies(),
                            facts.movements(),
                            facts.held());
                    cohorts.add(still(country, 1e6, of, period));
                }
            }
        }
        assertThat(countries).hasSize(60);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        Exposure exposure = new ExposureModel(EVALUATOR, period).evaluate(cohorts);
        Duration used = Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);
        assertThat(exposure.laws()).hasSizeGreaterThan(40);
        assertThat(used).isLessThan(Duration.ofSeconds(10));
    }
}
