package dev.multisite.network;

import org.junit.jupiter.api.Test;

import dev.multisite.catalogue.Access;
import dev.multisite.catalogue.Catalogue;
import dev.multisite.geo.Place;
import dev.multisite.network.LatencyExplainer.Explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class LatencyExplainerTest {

    private final LatencyExplainer explainer = new LatencyExplainer(Catalogue.standard(), LatencyExplainer.LATEST_YEAR);

    private static double sum(Explanation explanation) {
        return explanation.parts().stream()
                .mapToDouble(PathEstimate.Part::millis)
                .sum();
    }

    @Test
    void regionsAreJoinedByTheBackboneAndCitiesByTheInternet() {
        Explanation sites = explainer.explain("aws/ap-south-1", "aws/ap-southeast-1");
        Explanation client = explainer.explain("Mumbai", "aws/ap-southeast-1");
        assertThat(sites.parts()).noneMatch(part -> part.name().contains("access"));
        assertThat(client.parts()).anyMatch(part -> part.name().equals("access wired"));
        assertThat(client.medianMillis()).isGreaterThan(sites.medianMillis());
    }

    @Test
    void aCountryIsTheMeanOverItsCentres() {
        Explanation india = explainer.explain("IN", "Singapore", Access.CELLULAR);
        assertThat(india.parts()).hasSizeBetween(3, 6);
        assertThat(sum(india)).isCloseTo(india.medianMillis(), within(1e-6));
        double chennai =
                explainer.explain("Chennai", "Singapore", Access.CELLULAR).medianMillis();
        double delhi = explainer.explain("Delhi", "Singapore", Access.CELLULAR).medianMillis();
        assertThat(india.medianMillis()).isBetween(chennai, delhi);
    }

    @Test
    void coordinatesAreTakenAsLatitudeAndLongitude() {
        Explanation byPoint = explainer.explain("19.0728, 72.8826", "aws/ap-southeast-1");
        assertThat(byPoint.from().kind()).isEqualTo(Place.Kind.COORDINATES);
        assertThat(byPoint.from().country()).isEqualTo("IN");
        assertThat(byPoint.medianMillis())
                .isCloseTo(explainer.explain("Mumbai", "aws/ap-southeast-1").medianMillis(), within(0.1));
        assertThatThrownBy(() -> explainer.explain("91,0", "Singapore")).isInstanceOf(UnknownPlaceException.class);
    }

    @Test
    void anUnknownPlaceNamesTheNearestKnownOne() {
        assertThatThrownBy(() -> explainer.explain("Singapur", "Mumbai"))
                .isInstanceOfSatisfying(
                        UnknownPlaceException.class,
                        e -> assertThat(e.nearest()).startsWith("Singapore"))
                .hasMessageContaining("'Singapur'")
                .hasMessageContaining("Singapore");
    }
}
