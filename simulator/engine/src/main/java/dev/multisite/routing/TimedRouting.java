package dev.multisite.routing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.multisite.world.PathTable;
import dev.multisite.world.Routing;

/**
 * Routing from policies and a timeline of what fails when. Regimes are worked out when they are first asked for and kept
 * per distinct state. Belongs to one thread.
 */
public final class TimedRouting implements Routing {

    private record OrderKey(int phase, BitSet notOpen) {}

    private record ChoiceKey(int phase, BitSet bits) {}

    private final List<RoutedSource> sources;
    private final RoutingTimeline timeline;
    private final Flags flags;
    private final StateTimeline states;
    private final Policies policies;
    private final int[] populationOfEndpoint;
    private final Regime[] regimeOfState;
    private final Map<OrderKey, List<CandidateOrder>> orders = new HashMap<>();
    private final Map<ChoiceKey, Choices> choices = new HashMap<>();

    /**
     * @param sites by index, in the order of their names
     * @param sources by index
     * @param paths round trips without disturbances
     */
    public TimedRouting(List<RoutedSite> sites, List<RoutedSource> sources, PathTable paths, RoutingTimeline timeline) {
        this.sources = List.copyOf(sources);
        this.timeline = timeline;
        this.flags = Flags.of(timeline);
        this.states = new StateTimeline(timeline, flags);
        this.policies = new Policies(List.copyOf(sites), paths);
        this.regimeOfState = new Regime[states.states()];
        this.populationOfEndpoint = new int[paths.endpoints()];
        for (RoutedSource source : sources) {
            populationOfEndpoint[source.endpoint()] = source.population();
        }
    }

    @Override
    public int regimes() {
        return states.regimes();
    }

    @Override
    public double regimeStart(int regime) {
        return states.start(regime);
    }

    @Override
    public int regimeAt(double time) {
        return states.regimeAt(time);
    }

    @Override
    @SuppressWarnings("NullAway") // an array slot is empty until its state is first asked for
    public Regime regime(int regime) {
        int index = states.stateIndex(regime);
        if (regimeOfState[index] == null) {
            regimeOfState[index] = build(states.state(index));
        }
        return regimeOfState[index];
    }

    /** Returns the number of the state that holds in {@code regime}: regimes of the same state are alike. */
    public int stateOf(int regime) {
        return states.stateIndex(regime);
    }

    private Regime build(StateTimeline.State state) {
        BitSet bits = state.bits();
        BitSet choiceBits = bits.get(0, flags.choiceBits());
        Choices choice = choices.computeIfAbsent(
                new ChoiceKey(state.phase(), choiceBits),
                key -> new Choices(sources, orders(state), timeline, flags, choiceBits));
        return new RoutingRegime(
                state.phase(),
                choice,
                populationOfEndpoint,
                RoutingRegime.active(timeline.cuts(), bits, flags.cutActual(0)),
                RoutingRegime.active(timeline.degradations(), bits, flags.degraded(0)));
    }

    private List<CandidateOrder> orders(StateTimeline.State state) {
        BitSet notOpen = state.bits().get(0, flags.sites());
        return orders.computeIfAbsent(new OrderKey(state.phase(), notOpen), key -> computeOrders(key));
    }

    private List<CandidateOrder> computeOrders(OrderKey key) {
        Map<CandidateOrder, CandidateOrder> shared = new HashMap<>();
        List<CandidateOrder> result = new ArrayList<>();
        for (RoutedSource source : sources) {
            CandidateOrder order = policies.order(
                    timeline.phases().get(key.phase()),
                    source,
                    site -> !key.notOpen().get(site));
            result.add(shared.computeIfAbsent(order, same -> same));
        }
        return List.copyOf(result);
    }
}
