package dev.multisite.report.map;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WindowTest {

    private static final double[] FRANKFURT = {50.1, 8.7};
    private static final double[] MILAN = {45.5, 9.2};
    private static final double[] OREGON = {45.8, -119.7};
    private static final double[] FIJI = {-17.8, 178};
    private static final double[] SAMOA = {-13.8, -172};

    @Test
    void placesCloseTogetherFillTheMap() {
        Window window = Window.around(List.of(FRANKFURT, MILAN));

        assertThat(window.isWorld()).isFalse();
        assertThat(window.east() - window.west()).isLessThan(60);
        Rectangle2D area = new Rectangle2D.Double(0, 0, 600, 600 / EqualEarth.aspect(window));
        for (double[] place : List.of(FRANKFURT, MILAN)) {
            Point2D at = new EqualEarth(area, window).at(place[0], place[1]);
            assertThat(area.contains(at)).isTrue();
        }
    }

    @Test
    void placesFarApartNeedTheWorld() {
        assertThat(Window.around(List.of(FRANKFURT, OREGON)).isWorld()).isTrue();
    }

    @Test
    void placesOnBothSidesOfTheAntimeridianNeedTheWorld() {
        assertThat(Window.around(List.of(FIJI, SAMOA)).isWorld()).isTrue();
        assertThat(Window.around(List.of(FIJI)).isWorld()).isTrue();
    }

    @Test
    void noPlaceNeedsTheWorld() {
        assertThat(Window.around(List.of()).isWorld()).isTrue();
    }
}
