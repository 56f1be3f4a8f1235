package dev.multisite.network;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.multisite.catalogue.Access;
import dev.multisite.catalogue.Catalogue;
import dev.multisite.catalogue.CloudRegion;
import dev.multisite.catalogue.Country;
import dev.multisite.catalogue.PopulationCentre;
import dev.multisite.geo.Place;
import dev.multisite.scenario.DistributionSpec;
import dev.multisite.scenario.FailureSpec;
import dev.multisite.scenario.NetworkSpec;
import dev.multisite.scenario.SiteSpec;
import dev.multisite.units.Money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class NetworkModelTest {

    private static final Catalogue CATALOGUE = Catalogue.standard();

    private final NetworkModel model = model(new NetworkSpec.Model.Catalogue(), List.of(), 2025);

    private static NetworkModel model(NetworkSpec.Model model, List<NetworkSpec.PathOverride> overrides, int year) {
        NetworkSpec spec =
                new NetworkSpec(model, overrides, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Map.of());
        return NetworkModel.of(spec, CATALOGUE, year);
    }

    private static Place place(String name) {
        return CATALOGUE.findPlace(name).orElseThrow();
    }

    private static PopulationCentre centre(String country) {
        return CATALOGUE.centres(country).get(0);
    }

    private static SiteSpec site(String name, String place) {
        return new SiteSpec(
                name,
                place(place),
                new SiteSpec.Operator("somebody", "CN"),
                new SiteSpec.Hosts.Fixed(1),
                1,
                1,
                Long.MAX_VALUE,
                new SiteSpec.Opening.AtStart(),
                new FailureSpec.Never(),
                new FailureSpec.Never(),
                List.of(),
                List.of(),
                new SiteSpec.Power(0, 0, 1, 0),
                new SiteSpec.Cost(Money.ZERO, Duration.ofDays(1), Money.ZERO, List.of(), Money.ZERO));
    }

    private double indiaToBeijingMillis(int year) {
        NetworkModel ofYear = model(new NetworkSpec.Model.Catalogue(), List.of(), year);
        return 1000
                * ofYear.devicePath(centre("IN"), "IN", Access.WIRED, place("Beijing"))
                        .medianSeconds();
    }

    @Test
    void noPathIsFasterThanLightInStraightFibre() {
        for (CloudRegion a : CATALOGUE.regions()) {
            for (CloudRegion b : CATALOGUE.regions()) {
                PathEstimate path = model.sitePath(place(a.key()), place(b.key()));
                double floorSeconds = a.point().distanceKm(b.point()) / 102 / 1000;
                assertThat(2 * path.floorLegSeconds()).isCloseTo(floorSeconds, within(1e-12));
                assertThat(path.medianLegSeconds()).as(a.key() + " " + b.key()).isPositive();
            }
        }
    }

    @Test
    void noDeviceIsNearerThanLightInStraightFibre() {
        for (Country country : CATALOGUE.countries()) {
            for (PopulationCentre centre : CATALOGUE.centres(country.code())) {
                for (String site : List.of("Beijing", "aws/ap-southeast-1", "aws/us-west-2", "aws/eu-central-1")) {
                    PathEstimate path = model.devicePath(centre, country.code(), Access.WIRED, place(site));
                    double floorSeconds = centre.point().distanceKm(place(site).point()) / 102 / 1000;
                    assertThat(2 * path.floorLegSeconds()).isCloseTo(floorSeconds, within(1e-12));
                    assertThat(path.medianLegSeconds()).isPositive();
                }
            }
        }
    }

    @Test
    void theWayBackIsAsLongAsTheWayThere() {
        for (String a : List.of("aws/us-west-2", "aws/eu-central-1", "aws/cn-north-1", "aws/me-south-1")) {
            for (String b : List.of("aws/ap-south-1", "aws/sa-east-1", "aws/af-south-1", "Moscow", "Nairobi")) {
                assertThat(model.sitePath(place(a), place(b)).medianSeconds())
                        .isCloseTo(model.sitePath(place(b), place(a)).medianSeconds(), within(1e-12));
            }
        }
    }

    @Test
    void partsAddUpToTheMedianRoundTrip() {
        for (Access access : Access.values()) {
            PathEstimate path = model.devicePath(centre("BR"), "BR", access, place("Beijing"));
            double sum =
                    path.parts().stream().mapToDouble(PathEstimate.Part::millis).sum();
            assertThat(sum).isCloseTo(1000 * path.medianSeconds(), within(1e-6));
            assertThat(path.parts()).noneMatch(part -> part.source().isBlank());
        }
    }

    @Test
    void mobileAccessIsSlowerMoreVariableAndLossierThanWired() {
        PathEstimate wired = model.devicePath(centre("IN"), "IN", Access.WIRED, place("Singapore"));
        PathEstimate cellular = model.devicePath(centre("IN"), "IN", Access.CELLULAR, place("Singapore"));
        PathEstimate thirdGeneration = model.devicePath(centre("IN"), "IN", Access.CELLULAR_3G, place("Singapore"));
        assertThat(wired.medianSeconds()).isLessThan(cellular.medianSeconds());
        assertThat(cellular.medianSeconds()).isLessThan(thirdGeneration.medianSeconds());
        assertThat(wired.p95Seconds() - wired.medianSeconds())
                .isLessThan(cellular.p95Seconds() - cellular.medianSeconds());
        assertThat(wired.loss()).isLessThan(cellular.loss());
        assertThat(wired.bytesPerSecond()).isGreaterThan(thirdGeneration.bytesPerSecond());
    }

    @Test
    void pathsBetweenDataCentersHaveTheirStatedSpread() {
        PathEstimate path = model.sitePath(place("aws/ap-southeast-1"), place("aws/us-west-2"));
        assertThat(path.p95Seconds() / path.medianSeconds()).isCloseTo(1.13, within(0.001));
    }

    @Test
    void crossingTheChineseBorderCostsMoreInTheYearOfTheStoryThanNow() {
        double then = indiaToBeijingMillis(2014);
        double now = indiaToBeijingMillis(2025);
        assertThat(then - now).isCloseTo(103 - 35, within(1e-6));
        assertThat(indiaToBeijingMillis(2018)).isCloseTo(then, within(1e-9));
        assertThat(indiaToBeijingMillis(2030)).isCloseTo(now, within(1e-9));
        assertThat(indiaToBeijingMillis(2021)).isBetween(now, then);
    }

    @Test
    void devicesInChinaDontPayTheBorderForASiteInChina() {
        PathEstimate domestic = model.devicePath(centre("CN"), "CN", Access.WIRED, place("Beijing"));
        assertThat(domestic.parts()).noneMatch(part -> part.name().contains("border"));
        assertThat(domestic.medianSeconds()).isLessThan(0.05);
    }

    /** 130 ms were measured in 2018 between Moscow and Shanghai, 281 ms is the way by sea. */
    @Test
    void russiaReachesChinaOverland() {
        PathEstimate path = model.devicePath(centre("RU"), "RU", Access.WIRED, place("Shanghai"));
        assertThat(path.medianSeconds()).isBetween(0.12, 0.16);
        assertThat(path.parts()).noneMatch(part -> part.name().contains("border"));
        assertThat(model.sitePath(place("Moscow"), place("Shanghai")).medianSeconds())
                .isGreaterThan(0.2);
    }

    @Test
    void anOverrideWinsOverTheModelAndTheLastOneCounts() {
        NetworkModel overridden = model(
                new NetworkSpec.Model.Catalogue(),
                List.of(
                        new NetworkSpec.PathOverride("IN", "beijing", new DistributionSpec.Constant(9), 0),
                        new NetworkSpec.PathOverride(
                                "IN", "beijing", DistributionSpec.Lognormal.ofMedianAndP95(0.32, 0.52), 0.015)),
                2014);
        SiteSpec beijing = site("beijing", "Beijing");
        PathEstimate path = overridden.devicePath("IN", "IN", centre("IN"), Access.CELLULAR, beijing);
        assertThat(path.medianSeconds()).isCloseTo(0.32, within(1e-9));
        assertThat(path.p95Seconds()).isCloseTo(0.52, within(1e-6));
        assertThat(path.loss()).isEqualTo(0.015);
        assertThat(overridden.devicePath("metro", "IN", centre("IN"), Access.CELLULAR, beijing))
                .isEqualTo(path);
        assertThat(overridden
                        .devicePath("BR", "BR", centre("BR"), Access.CELLULAR, beijing)
                        .loss())
                .isNotEqualTo(0.015);
        SiteSpec other = site("singapore", "Singapore");
        assertThat(overridden.devicePath("IN", "IN", centre("IN"), Access.CELLULAR, other))
                .isEqualTo(overridden.devicePath(centre("IN"), "IN", Access.CELLULAR, place("Singapore")));
    }

    @Test
    void anExtraIsAddedToWhatThePairHasWithoutIt() {
        NetworkSpec.PathOverride extra =
                new NetworkSpec.PathOverride("IN", "beijing", new DistributionSpec.Constant(0.13), 0.02, true);
        SiteSpec beijing = site("beijing", "Beijing");
        PathEstimate plain = model(new NetworkSpec.Model.Catalogue(), List.of(), 2014)
                .devicePath("IN", "IN", centre("IN"), Access.CELLULAR, beijing);
        PathEstimate longer = model(new NetworkSpec.Model.Catalogue(), List.of(extra), 2014)
                .devicePath("IN", "IN", centre("IN"), Access.CELLULAR, beijing);

        assertThat(longer.medianSeconds()).isCloseTo(plain.medianSeconds() + 0.13, within(1e-12));
        assertThat(longer.p95Seconds()).isCloseTo(plain.p95Seconds() + 0.13, within(1e-12));
        assertThat(longer.loss()).isCloseTo(1 - (1 - plain.loss()) * 0.98, within(1e-12));
        assertThat(longer.parts()).hasSize(plain.parts().size() + 1);

        NetworkSpec.PathOverride stated =
                new NetworkSpec.PathOverride("IN", "beijing", new DistributionSpec.Constant(0.3), 0);
        assertThat(model(new NetworkSpec.Model.None(), List.of(extra, stated, extra, extra), 2014)
                        .devicePath("IN", "IN", centre("IN"), Access.CELLULAR, beijing)
                        .medianSeconds())
                .isCloseTo(0.56, within(1e-12));
    }

    @Test
    void anOverrideBetweenSitesHoldsInBothDirectionsUnlessTheOtherIsStated() {
        List<NetworkSpec.PathOverride> overrides = List.of(
                new NetworkSpec.PathOverride("a", "b", new DistributionSpec.Constant(0.1), 0),
                new NetworkSpec.PathOverride("c", "a", new DistributionSpec.Constant(0.2), 0),
                new NetworkSpec.PathOverride("a", "c", new DistributionSpec.Constant(0.3), 0));
        NetworkModel overridden = model(new NetworkSpec.Model.Catalogue(), overrides, 2014);
        SiteSpec a = site("a", "Beijing");
        SiteSpec b = site("b", "Singapore");
        SiteSpec c = site("c", "Mumbai");
        assertThat(overridden.sitePath(a, b).medianSeconds()).isEqualTo(0.1);
        assertThat(overridden.sitePath(b, a).medianSeconds()).isEqualTo(0.1);
        assertThat(overridden.sitePath(c, a).medianSeconds()).isEqualTo(0.2);
        assertThat(overridden.sitePath(a, c).medianSeconds()).isEqualTo(0.3);
    }

    @Test
    void theModelNoneTakesNoTimeAndAConstantIsExact() {
        PathEstimate none = model(new NetworkSpec.Model.None(), List.of(), 2014)
                .devicePath(centre("IN"), "IN", Access.CELLULAR, place("Beijing"));
        assertThat(none.medianSeconds()).isZero();
        assertThat(none.p95Seconds()).isZero();
        assertThat(none.loss()).isZero();
        assertThat(none.bytesPerSecond()).isInfinite();
        NetworkSpec.Model constant = new NetworkSpec.Model.Constant(new DistributionSpec.Constant(0.08));
        PathEstimate same =
                model(constant, List.of(), 2014).devicePath(centre("IN"), "IN", Access.WIRED, place("Beijing"));
        assertThat(same.floorLegSeconds()).isEqualTo(0.04);
        assertThat(same.sigma()).isZero();
        assertThat(same.medianSeconds()).isEqualTo(0.08);
    }

    @Test
    void dataCentersOfOnePlaceAreFractionsOfAMillisecondApart() {
        PathEstimate path = model.sitePath(place("aws/ap-southeast-1"), place("azure/southeastasia"));
        assertThat(path.medianSeconds()).isBetween(0.0001, 0.002);
    }

    @Test
    void aCountryUnknownToTheCatalogueBelongsToItsNeighbours() {
        Place vaduz =
                new Place("Vaduz", CATALOGUE.findCity("Zürich").orElseThrow().point(), "LI", Place.Kind.COORDINATES);
        assertThat(model.sitePath(vaduz, place("Frankfurt")).medianSeconds())
                .isEqualTo(model.sitePath(place("Zürich"), place("Frankfurt")).medianSeconds());
    }
}
