package dev.multisite.exposure;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.multisite.catalogue.Catalogue;
import dev.multisite.demand.DemandModel;
import dev.multisite.regulation.catalogue.CatalogueNames;
import dev.multisite.regulation.evaluate.Reach;
import dev.multisite.regulation.evaluate.Verdict;
import dev.multisite.regulation.exposure.Exposure;
import dev.multisite.regulation.exposure.VerdictPiece;
import dev.multisite.regulation.law.Rule;
import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.yaml.ScenarioReader;
import dev.multisite.scenario.yaml.ScenarioResult;
import dev.multisite.scenario.yaml.UnreadableInputException;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What the shipped scenarios say about laws and reach, with sites opening on their planned day. */
class ShippedExposureTest {

    private final Map<String, ArchitectureExposure> known = new HashMap<>();

    private static Scenario scenario(String name) {
        try {
            ScenarioResult result = new ScenarioReader(Catalogue.standard(), CatalogueNames::of)
                    .read(Path.of("../../scenarios/" + name + ".yaml"));
            return ((ScenarioResult.Valid) result).scenario();
        } catch (UnreadableInputException e) {
            throw new AssertionError(e);
        }
    }

    private Exposure exposure(String name, String architecture, String population) {
        return requireNonNull(
                known.computeIfAbsent(name + "/" + architecture, key -> evaluate(scenario(name), architecture))
                        .byPopulation()
                        .get(population));
    }

    private static ArchitectureExposure evaluate(Scenario scenario, String architecture) {
        PlannedPhases planned = PlannedPhases.of(
                scenario, requireNonNull(scenario.architectures().get(architecture)));
        return ScenarioExposure.of(scenario, DemandModel.of(scenario))
                .evaluate(planned.phases(), planned.starts(), new double[] {0});
    }

    private static double wrong(Exposure exposure, String law) {
        return exposure.nonCompliantRecordYears(piece -> piece.finding().law().equals(law));
    }

    private static Instant firstBreach(Exposure exposure, String law) {
        return exposure.period()
                .toInstant(exposure.verdicts().stream()
                        .filter(piece -> piece.finding().law().equals(law)
                                && piece.finding().verdict() == Verdict.BREACH)
                        .mapToDouble(VerdictPiece::fromSeconds)
                        .min()
                        .orElse(0));
    }

    /** Record-years that a state can read, of pieces that last beyond an instant. */
    private static double clear(Exposure exposure, String state, Instant from) {
        double start = exposure.period().toSeconds(from);
        return exposure.recordYears(piece -> piece.toSeconds() > start
                && piece.reaches().stream()
                        .anyMatch(reach -> reach.state().equals(state) && reach.form() == Reach.Form.CLEAR));
    }

    @Test
    void noIndianRuleWasBrokenIn2014AndAllRecordsCouldBeReadAbroad() {
        for (String architecture : scenario("xiaomi-india-2014").architectures().keySet()) {
            Exposure india = exposure("xiaomi-india-2014", architecture, "IN");
            assertThat(india.nonCompliantRecordYears(piece -> true))
                    .as(architecture)
                    .isZero();
            assertThat(india.uncertainRecordYears(piece -> true))
                    .as(architecture)
                    .isZero();
            assertThat(india.foreignRecordYears(piece -> true) / india.recordYears(piece -> true))
                    .as(architecture)
                    .isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void theIndianSiteEndsTheReachByTerritoryButNotThatThroughTheOwner() {
        Instant later = Instant.parse("2015-10-01T00:00:00Z");
        Exposure india = exposure("xiaomi-india-2014", "multi-site", "IN");
        assertThat(clear(india, "CN", later)).isPositive();
        assertThat(clear(india, "US", later)).isZero();
        double start = india.period().toSeconds(later);
        assertThat(india.reaches())
                .filteredOn(piece -> piece.toSeconds() > start)
                .allSatisfy(piece -> assertThat(piece.reaches())
                        .filteredOn(reach -> reach.state().equals("CN"))
                        .allSatisfy(reach -> assertThat(reach.bases()).contains(Rule.Basis.ENTITY)));
        assertThat(clear(exposure("xiaomi-india-2014", "interim-cloud", "IN"), "US", later))
                .isPositive();
    }

    @Test
    void russiaIsBrokenFromItsFirstDayOnAndOnlyALocalSiteHelps() {
        Exposure beijing = exposure("laws-2013-2027", "beijing-only", "RU");
        assertThat(firstBreach(beijing, "RU-LOCAL")).isEqualTo("2015-09-01T00:00:00Z");
        assertThat(wrong(exposure("laws-2013-2027", "cloud", "RU"), "RU-LOCAL"))
                .isCloseTo(wrong(beijing, "RU-LOCAL"), within(1.0));
        Exposure local = exposure("laws-2013-2027", "local", "RU");
        assertThat(wrong(local, "RU-LOCAL")).isZero();
        assertThat(wrong(local, "RU-TRANSFER")).isZero();
    }

    /** A phone that talks straight to a server abroad transfers nothing; an engineer who reads from abroad does. */
    @Test
    void aCloudWithReadersInChinaBreaksMoreLawsThanBeijingItself() {
        assertThat(exposure("laws-2013-2027", "beijing-only", "MX").nonCompliantRecordYears(piece -> true))
                .isZero();
        assertThat(wrong(exposure("laws-2013-2027", "cloud", "MX"), "MX-LFPDPPP"))
                .isPositive();
        assertThat(wrong(exposure("laws-2013-2027", "local-trustee", "MX"), "MX-LFPDPPP"))
                .isLessThan(0.2 * wrong(exposure("laws-2013-2027", "cloud", "MX"), "MX-LFPDPPP"));
    }

    @Test
    void onlyKeysInOtherHandsEndTheReachOfTheOwnersState() {
        Instant later = Instant.parse("2016-01-01T00:00:00Z");
        for (String country : scenario("laws-2013-2027").populations().keySet()) {
            assertThat(clear(exposure("laws-2013-2027", "local", country), "CN", later))
                    .as(country)
                    .isPositive();
            assertThat(clear(exposure("laws-2013-2027", "local-trustee", country), "CN", later))
                    .as(country)
                    .isZero();
        }
    }

    @Test
    void movingRecordsToIrelandHelpsOnlyWhenTheAccessEnds() {
        Exposure before = exposure("remote-access", "as-it-was", "DE");
        Exposure stored = exposure("remote-access", "stored-in-europe", "DE");
        Exposure ended = exposure("remote-access", "access-ended", "DE");
        assertThat(wrong(before, "EU-GDPR")).isPositive();
        assertThat(wrong(stored, "EU-GDPR")).isCloseTo(wrong(before, "EU-GDPR"), within(1.0));
        assertThat(stored.timeToComplianceDays("EU-GDPR")).isInfinite();
        assertThat(ended.timeToComplianceDays("EU-GDPR")).isBetween(1_157.0 + 60, 1_157.0 + 90);
        Instant later = Instant.parse("2024-06-01T00:00:00Z");
        assertThat(clear(ended, "CN", later)).isPositive();
        assertThat(clear(exposure("remote-access", "access-ended-and-keys", "DE"), "CN", later))
                .isZero();
    }
}
