package dev.multisite.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.multisite.geo.Place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class CatalogueTest {

    private final Catalogue catalogue = Catalogue.standard();

    @Test
    void holdsTheMarketsAndRegionsThatAScenarioOfTheStoryNeeds() {
        assertThat(catalogue.countries()).hasSizeGreaterThanOrEqualTo(100);
        assertThat(catalogue.regions()).hasSizeGreaterThanOrEqualTo(120);
        for (String market :
                List.of("CN HK TW IN ID MY PH SG TH VN RU TR BR MX US GB DE FR NL BE RO JP KR AE SA".split(" "))) {
            assertThat(catalogue.findCountry(market)).as(market).isPresent();
        }
        for (String key : List.of(
                "aws/ap-southeast-1", "azure/southeastasia", "gcp/asia-south1", "ibm/us-south", "alibaba/cn-beijing")) {
            assertThat(catalogue.findRegion(key)).as(key).isPresent();
        }
    }

    @Test
    void everyCountryHasCentresWhoseWeightsSumToOne() {
        for (Country country : catalogue.countries()) {
            List<PopulationCentre> centres = catalogue.centres(country.code());
            assertThat(centres.stream().mapToDouble(PopulationCentre::weight).sum())
                    .as(country.name())
                    .isCloseTo(1, within(1e-12));
            assertThat(centres).allMatch(centre -> centre.weight() > 0);
            assertThat(country.population2014()).isPositive();
            assertThat(country.population2024()).isPositive();
            assertThat(country.internetShare2014()).isBetween(0.0, 1.0);
            assertThat(country.internetShareLatest()).isBetween(0.0, 1.0);
        }
        assertThat(catalogue.centres("IN")).hasSizeGreaterThanOrEqualTo(10);
        assertThat(catalogue.centres("XX")).isEmpty();
    }

    @Test
    void everyCityAndRegionBelongsToAKnownCountry() {
        assertThat(catalogue.cities())
                .allMatch(c -> catalogue.findCountry(c.country()).isPresent());
        assertThat(catalogue.regions())
                .allMatch(r -> catalogue.findCountry(r.country()).isPresent());
        assertThat(catalogue.regions())
                .allMatch(r -> catalogue.findCountry(r.operatorHome()).isPresent());
    }

    @Test
    void everyNameOfAPlaceFindsExactlyThatPlace() {
        assertThat(catalogue.placeNames()).doesNotHaveDuplicates();
        for (String name : catalogue.placeNames()) {
            assertThat(catalogue.findPlace(name)).as(name).isPresent();
        }
        for (CloudRegion region : catalogue.regions()) {
            assertThat(catalogue.findRegion(region.key())).contains(region);
            assertThat(region.key()).matches("[a-z]+/[a-z0-9-]+");
        }
        for (City city : catalogue.cities()) {
            assertThat(catalogue.findCity(city.name() + ", " + city.country())).contains(city);
        }
    }

    @Test
    void namesAreFoundWithoutAccentsAndByCommonAliases() {
        assertThat(catalogue.findCity("sao paulo")).map(City::country).contains("BR");
        assertThat(catalogue.findCity("Bangalore")).map(City::name).contains("Bengaluru");
        assertThat(catalogue.findCity("Frankfurt")).map(City::country).contains("DE");
        assertThat(catalogue.findRegion("Azure/Southeast Asia"))
                .map(CloudRegion::metro)
                .contains("Singapore");
        assertThat(catalogue.findCity("Atlantis")).isEmpty();
        assertThat(catalogue.findRegion("aws/nowhere-1")).isEmpty();
    }

    @Test
    void aNameSharedByTwoCountriesNeedsTheCountry() {
        assertThat(catalogue.findCity("San José, CR")).isPresent();
        assertThat(catalogue.findCity("San Jose, US")).isPresent();
        assertThat(catalogue.findCity("San Jose")).isEmpty();
        assertThat(catalogue.placeNames()).contains("San José, CR", "San Jose, US", "Mumbai");
    }

    @Test
    void aCountryStandsForItsLargestCentre() {
        Place india = catalogue.findPlace("IN").orElseThrow();
        assertThat(india.kind()).isEqualTo(Place.Kind.COUNTRY);
        assertThat(india.point())
                .isEqualTo(catalogue.findCity("Mumbai").orElseThrow().point());
        assertThat(catalogue.findPlace("Malaysia").orElseThrow().point())
                .isEqualTo(catalogue.findCity("Kuala Lumpur").orElseThrow().point());
    }

    @Test
    void noIndianRegionOfAwsWasOpenWhenTheStoryBroke() {
        LocalDate story = LocalDate.of(2014, 10, 22);
        assertThat(catalogue.regions().stream()
                        .filter(r -> r.opened().isPresent()
                                && r.opened().get().isBefore(story)
                                && List.of("IN", "SG", "CN").contains(r.country())))
                .extracting(CloudRegion::key)
                .containsExactlyInAnyOrder("aws/ap-southeast-1", "aws/cn-north-1");
        assertThat(catalogue.findRegion("aws/ap-south-1").orElseThrow().opened())
                .contains(LocalDate.of(2016, 6, 27));
    }

    @Test
    void everyAwsRegionHasAnOpeningDate() {
        assertThat(catalogue.regions().stream().filter(r -> r.provider().equals("aws")))
                .isNotEmpty()
                .allMatch(r -> r.opened().isPresent());
    }

    @Test
    void dayCurvesHaveMeanOne() {
        for (DayCurve curve : catalogue.profiles()) {
            double mean =
                    curve.weights().stream().mapToDouble(Double::doubleValue).sum() / 24;
            assertThat(mean).as(curve.name()).isCloseTo(1, within(1e-12));
            assertThat(curve.weights()).allMatch(w -> w > 0);
        }
        assertThat(catalogue.findProfile("smartphone")).isPresent();
        assertThat(catalogue.findProfile("no-such-curve")).isEmpty();
    }

    @Test
    void accessMixesSumToOneAndThirdGenerationFadesOut() {
        for (Country country : catalogue.countries()) {
            for (int year : new int[] {2010, 2014, 2019, 2024, 2030}) {
                Map<Access, Double> mix = catalogue.accessMix(country.code(), year);
                assertThat(mix.values().stream()
                                .mapToDouble(Double::doubleValue)
                                .sum())
                        .as(country.code() + " " + year)
                        .isCloseTo(1, within(1e-12));
            }
        }
        assertThat(catalogue.accessMix("IN", 2014).get(Access.CELLULAR_3G)).isGreaterThan(0.5);
        assertThat(catalogue.accessMix("US", 2024)).doesNotContainKey(Access.CELLULAR_3G);
    }

    @Test
    void everythingNamesItsSource() {
        assertThat(catalogue.countries()).noneMatch(c -> c.source().isBlank());
        assertThat(catalogue.cities()).noneMatch(c -> c.source().isBlank());
        assertThat(catalogue.regions())
                .noneMatch(r -> r.source().isBlank() || r.prices().source().isBlank());
        assertThat(catalogue.profiles()).noneMatch(p -> p.source().isBlank());
        for (Access access : Access.values()) {
            assertThat(catalogue.accessTerms(access).source()).isNotBlank();
        }
        assertThat(catalogue.accessMixSource()).contains("assumption");
        assertThat(catalogue.hubGraph().hubs()).noneMatch(h -> h.source().isBlank());
        assertThat(catalogue.hubGraph().corridors()).noneMatch(c -> c.source().isBlank());
    }

    @Test
    void populationsAreInterpolatedBetweenTheCensusYears() {
        Country india = catalogue.findCountry("in").orElseThrow();
        assertThat(india.population(2014)).isCloseTo(india.population2014(), within(1.0));
        assertThat(india.population(2024)).isCloseTo(india.population2024(), within(1.0));
        assertThat(india.population(2019)).isBetween(1.35e9, 1.42e9);
        assertThat(india.internetShare(2014)).isEqualTo(0.135);
        assertThat(india.internetShare(2030)).isEqualTo(india.internetShareLatest());
    }
}
