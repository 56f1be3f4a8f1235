package dev.multisite.report.map;

import java.awt.geom.Path2D;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WorldShapesTest {

    @ParameterizedTest
    @CsvSource({
        "39.9, 116.4, true", // Beijing
        "66.5, -173.0, true", // Chukotka, Russia east of 180 degrees
        "67.0, 178.0, true", // Chukotka west of it
        "-17.8, 178.0, true", // Viti Levu, Fiji
        "20.6, 78.9, true", // India
        "-4.0, 25.0, true", // Congo
        "-29.5, 28.2, true", // Lesotho, a hole in South Africa that is a country itself
        "42.0, 51.0, false", // Caspian Sea
        "0.0, -150.0, false", // Pacific
        "0.0, 180.0, false",
        "30.0, -40.0, false", // Atlantic
        "60.0, -179.0, false" // Bering Sea
    })
    void landIsWhereItIs(double latitude, double longitude, boolean land) {
        assertThat(WorldShapes.get().isLand(latitude, longitude)).isEqualTo(land);
    }

    @Test
    void aRingBeyondTheAntimeridianIsCutIntoTwoPieces() {
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);

        Antimeridian.addTo(path, square(170, 190));

        assertThat(path.contains(175, 5)).isTrue();
        assertThat(path.contains(-175, 5)).isTrue();
        assertThat(path.contains(0, 5)).isFalse();
        assertThat(path.getBounds2D().getMinX()).isEqualTo(-180);
        assertThat(path.getBounds2D().getMaxX()).isEqualTo(180);
    }

    @Test
    void aRingThatTouchesTheAntimeridianStaysOnItsSide() {
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);

        Antimeridian.addTo(path, square(170, 180));

        assertThat(path.getBounds2D().getMinX()).isEqualTo(170);
    }

    private static List<double[]> square(double west, double east) {
        return List.of(
                new double[] {west, 0}, new double[] {east, 0}, new double[] {east, 10}, new double[] {west, 10});
    }
}
