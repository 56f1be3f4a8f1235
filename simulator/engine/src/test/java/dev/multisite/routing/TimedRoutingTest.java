package dev.multisite.routing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.multisite.geo.GeoPoint;
import dev.multisite.scenario.ArchitectureSpec.Phase;
import dev.multisite.scenario.ArchitectureSpec.Policy;
import dev.multisite.scenario.ArchitectureSpec.RouteRule;
import dev.multisite.scenario.ArchitectureSpec.Start;
import dev.multisite.world.Intervals;
import dev.multisite.world.Outcome;
import dev.multisite.world.PathTable;

import static org.assertj.core.api.Assertions.assertThat;

class TimedRoutingTest {

    private static final GeoPoint DELHI = new GeoPoint(28.61, 77.21);
    private static final GeoPoint BEIJING = new GeoPoint(39.9, 116.4);
    private static final GeoPoint SINGAPORE = new GeoPoint(1.35, 103.82);
    private static final GeoPoint MUMBAI = new GeoPoint(19.08, 72.88);

    private static final int BEIJING_SITE = 0;
    private static final int MUMBAI_SITE = 1;
    private static final int SINGAPORE_SITE = 2;

    /** Sites in the order of their names. */
    private static final List<RoutedSite> SITES = List.of(
            new RoutedSite("beijing", "CN", BEIJING),
            new RoutedSite("mumbai", "IN", MUMBAI),
            new RoutedSite("singapore", "SG", SINGAPORE));

    private static final List<RoutedSource> SOURCES = List.of(
            new RoutedSource(0, "CN", "CN", "sync", BEIJING, 0), new RoutedSource(1, "IN", "IN", "sync", DELHI, 1));

    /** One-way medians in seconds: India is nearer to Beijing on the globe but farther on the net. */
    private static final PathTable PATHS = new PathTable(
            3,
            new double[6],
            new double[] {0.01, 0.15, 0.08, 0.16, 0.02, 0.04},
            new double[6],
            new double[6],
            new double[6],
            1);

    private final List<Intervals> notOpen = new ArrayList<>(Collections.nCopies(3, Intervals.NONE));
    private final List<Intervals> outages = new ArrayList<>(Collections.nCopies(3, Intervals.NONE));
    private final List<Intervals> closures = new ArrayList<>(Collections.nCopies(3, Intervals.NONE));
    private final List<PathCut> cuts = new ArrayList<>();
    private final List<PathDegradation> degradations = new ArrayList<>();
    private final List<Intervals> blocked = new ArrayList<>(Collections.nCopies(2, Intervals.NONE));

    private static Intervals one(double from, double until) {
        return new Intervals(new double[] {from}, new double[] {until});
    }

    private static Phase phase(Policy policy, String... to) {
        return phase(new RouteRule(Set.of(), Set.of(), policy, Policy.LOWEST_LATENCY, List.of(to), Map.of()));
    }

    private static Phase phase(RouteRule... rules) {
        return new Phase("start", new Start.Begin(), List.of(rules));
    }

    private TimedRouting routing(Phase... phases) {
        List<Double> starts = new ArrayList<>();
        for (int i = 0; i < phases.length; i++) {
            starts.add(i * 1000.0);
        }
        return new TimedRouting(
                SITES,
                SOURCES,
                PATHS,
                new RoutingTimeline(
                        10_000,
                        List.of(phases),
                        starts,
                        notOpen,
                        outages,
                        closures,
                        cuts,
                        degradations,
                        blocked,
                        new Belief(60, 0)));
    }

    private static int[] choices(TimedRouting routing, double time, int source) {
        return routing.regime(routing.regimeAt(time)).choices(source);
    }

    @Test
    void distanceSendsIndiaToBeijingAndLatencyToSingapore() {
        TimedRouting routing = routing(
                phase(Policy.NEAREST, "singapore", "beijing"), phase(Policy.LOWEST_LATENCY, "beijing", "singapore"));

        assertThat(choices(routing, 0, 1)).containsExactly(BEIJING_SITE, SINGAPORE_SITE);
        assertThat(choices(routing, 1000, 1)).containsExactly(SINGAPORE_SITE, BEIJING_SITE);
    }

    @Test
    void listedSitesKeepTheirOrder() {
        assertThat(choices(routing(phase(Policy.LISTED, "singapore", "mumbai", "beijing")), 0, 0))
                .containsExactly(SINGAPORE_SITE, MUMBAI_SITE, BEIJING_SITE);
    }

    @Test
    void homeCountryFallsBackToTheOtherPolicyOnlyForThoseWithoutAHomeSite() {
        TimedRouting routing = routing(phase(Policy.HOME_COUNTRY, "singapore", "mumbai"));

        assertThat(choices(routing, 0, 1)).containsExactly(MUMBAI_SITE);
        assertThat(choices(routing, 0, 0)).containsExactly(SINGAPORE_SITE, MUMBAI_SITE);
    }

    @Test
    void aHomeSiteThatIsNotOpenYetIsNoHomeSite() {
        notOpen.set(MUMBAI_SITE, one(0, 500));
        TimedRouting routing = routing(phase(Policy.HOME_COUNTRY, "singapore", "mumbai"));

        assertThat(choices(routing, 499, 1)).containsExactly(SINGAPORE_SITE);
        assertThat(choices(routing, 500, 1)).containsExactly(MUMBAI_SITE);
    }

    @Test
    void anOutageOfTheHomeSiteDoesNotSendItsUsersAbroad() {
        outages.set(MUMBAI_SITE, one(100, 500));
        TimedRouting routing = routing(phase(Policy.HOME_COUNTRY, "singapore", "mumbai"));

        assertThat(choices(routing, 159, 1)).containsExactly(MUMBAI_SITE);
        assertThat(choices(routing, 160, 1)).isEmpty();
        assertThat(routing.regime(routing.regimeAt(160)).emptyCause(1)).isEqualTo(Outcome.SITE_DOWN);
        assertThat(choices(routing, 500, 1)).containsExactly(MUMBAI_SITE);
    }

    @Test
    void plannedClosuresAreAvoidedFromTheirFirstInstant() {
        closures.set(SINGAPORE_SITE, one(100, 200));
        TimedRouting routing = routing(phase(Policy.LISTED, "singapore", "beijing"));

        assertThat(choices(routing, 100, 0)).containsExactly(BEIJING_SITE);
        assertThat(choices(routing, 200, 0)).containsExactly(SINGAPORE_SITE, BEIJING_SITE);
    }

    @Test
    void weightsAreSharedOutAmongTheSitesThatAreLeft() {
        outages.set(BEIJING_SITE, one(100, 500));
        RouteRule rule = new RouteRule(
                Set.of(),
                Set.of(),
                Policy.WEIGHTED,
                Policy.WEIGHTED,
                List.of("singapore", "mumbai", "beijing"),
                Map.of("beijing", 6.0, "mumbai", 3.0, "singapore", 1.0));
        TimedRouting routing = routing(phase(rule));

        assertThat(choices(routing, 0, 0)).containsExactly(BEIJING_SITE, MUMBAI_SITE, SINGAPORE_SITE);
        assertThat(routing.regime(0).cumulativeShares(0)).containsExactly(0.6, 0.9, 1);
        assertThat(choices(routing, 160, 0)).containsExactly(MUMBAI_SITE, SINGAPORE_SITE);
        assertThat(routing.regime(routing.regimeAt(160)).cumulativeShares(0)).containsExactly(0.75, 1);
    }

    @Test
    void theFirstRuleThatFitsDecides() {
        RouteRule china =
                new RouteRule(Set.of("CN"), Set.of(), Policy.LISTED, Policy.LISTED, List.of("beijing"), Map.of());
        RouteRule otherService =
                new RouteRule(Set.of(), Set.of("store"), Policy.LISTED, Policy.LISTED, List.of("mumbai"), Map.of());
        RouteRule rest =
                new RouteRule(Set.of(), Set.of(), Policy.LISTED, Policy.LISTED, List.of("singapore"), Map.of());
        TimedRouting routing = routing(phase(china, otherService, rest));

        assertThat(choices(routing, 0, 0)).containsExactly(BEIJING_SITE);
        assertThat(choices(routing, 0, 1)).containsExactly(SINGAPORE_SITE);
    }

    @Test
    void aCutPathIsFeltAtOnceAndAvoidedAfterTheDetection() {
        BitSet india = new BitSet();
        india.set(1);
        cuts.add(new PathCut(india, SINGAPORE_SITE, one(100, 1000)));
        TimedRouting routing = routing(phase(Policy.LISTED, "singapore"));

        assertThat(routing.regime(routing.regimeAt(99)).pathsDisturbed()).isFalse();
        assertThat(routing.regime(routing.regimeAt(100)).pathDown(1, SINGAPORE_SITE))
                .isTrue();
        assertThat(routing.regime(routing.regimeAt(100)).pathDown(0, SINGAPORE_SITE))
                .isFalse();
        assertThat(choices(routing, 159, 1)).containsExactly(SINGAPORE_SITE);
        assertThat(choices(routing, 160, 1)).isEmpty();
        assertThat(choices(routing, 160, 0)).containsExactly(SINGAPORE_SITE);
        assertThat(routing.regime(routing.regimeAt(160)).emptyCause(1)).isEqualTo(Outcome.NETWORK);
        assertThat(choices(routing, 1000, 1)).containsExactly(SINGAPORE_SITE);
    }

    @Test
    void degradedPathsAddDelayAndLossButAreNotAvoided() {
        BitSet all = new BitSet();
        all.set(0, 2);
        degradations.add(new PathDegradation(all, SINGAPORE_SITE, one(100, 200), 0.045, 0.02));
        TimedRouting routing = routing(phase(Policy.LISTED, "singapore"));

        assertThat(routing.regime(routing.regimeAt(100)).extraLegSeconds(0, SINGAPORE_SITE))
                .isEqualTo(0.045);
        assertThat(routing.regime(routing.regimeAt(100)).extraLoss(0, SINGAPORE_SITE))
                .isEqualTo(0.02, org.assertj.core.api.Assertions.within(1e-15));
        assertThat(routing.regime(routing.regimeAt(100)).extraLoss(0, BEIJING_SITE))
                .isZero();
        assertThat(choices(routing, 100, 0)).containsExactly(SINGAPORE_SITE);
    }

    @Test
    void blockedPopulationsMayNotAsk() {
        blocked.set(1, one(10, 20));
        TimedRouting routing = routing(phase(Policy.LISTED, "singapore"));

        assertThat(choices(routing, 10, 1)).isEmpty();
        assertThat(routing.regime(routing.regimeAt(10)).emptyCause(1)).isEqualTo(Outcome.NOT_PERMITTED);
        assertThat(choices(routing, 10, 0)).containsExactly(SINGAPORE_SITE);
    }

    @Test
    void statesThatComeBackAreKeptOnce() {
        outages.set(SINGAPORE_SITE, new Intervals(new double[] {100, 1000, 5000}, new double[] {500, 1500, 5500}));
        TimedRouting routing = routing(phase(Policy.LISTED, "singapore", "beijing"));

        assertThat(routing.regimes()).isEqualTo(7);
        assertThat(routing.regime(1)).isSameAs(routing.regime(3));
        assertThat(routing.regimeStart(7)).isEqualTo(10_000);
        assertThat(routing.regimeAt(10_000)).isEqualTo(6);
    }

    @Test
    void routingHoldsMoreThanSixtyFourSites() {
        List<RoutedSite> many = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<Intervals> down = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            many.add(new RoutedSite(String.format("site-%03d", i), "CN", BEIJING));
            names.add(many.get(i).name());
            down.add(i < 150 ? one(0, 5000) : Intervals.NONE);
        }
        List<Intervals> none = Collections.nCopies(200, Intervals.NONE);
        PathTable paths = new PathTable(
                200, new double[200], new double[200], new double[200], new double[200], new double[200], 1);
        TimedRouting routing = new TimedRouting(
                many,
                SOURCES.subList(0, 1),
                paths,
                new RoutingTimeline(
                        10_000,
                        List.of(phase(Policy.LOWEST_LATENCY, names.toArray(new String[0]))),
                        List.of(0.0),
                        none,
                        down,
                        none,
                        cuts,
                        degradations,
                        blocked,
                        new Belief(60, 0)));

        assertThat(choices(routing, 0, 0)).hasSize(200);
        assertThat(choices(routing, 60, 0)).hasSize(50).startsWith(150, 151);
    }
}
