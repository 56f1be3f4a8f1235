package dev.multisite.routing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.multisite.scenario.ArchitectureSpec.Phase;
import dev.multisite.world.PathTable;
import dev.multisite.world.Routing;

/**
 * Routing from policies and a timeline of what fails when. Regimes are worked out when they are first asked for and kept
 * per distinct state. Belongs to one thread.
 */
public final class TimedRouting implements Routing {

    private record OrderKey(int phase, int laws, BitSet notOpen) {}

    private record ChoiceKey(int phase, int laws, BitSet bits) {}

    private record RecordsKey(int epoch, BitSet down) {}

    private final List<RoutedSource> sources;
    private final RoutingTimeline timeline;
    private final Flags flags;
    private final StateTimeline states;
    private final Policies policies;
    private final Permissions permissions;
    private final RecordPlaces records;
    private final int[] populationOfEndpoint;
    private final Regime[] regimeOfState;
    private final Map<OrderKey, List<CandidateOrder>> orders = new HashMap<>();
    private final Map<ChoiceKey, Choices> choices = new HashMap<>();
    private final Map<RecordsKey, RemoteRecords> remote = new HashMap<>();

    /** Routing where every site may serve everyone and has all records at hand. */
    public TimedRouting(List<RoutedSite> sites, List<RoutedSource> sources, PathTable paths, RoutingTimeline timeline) {
        this(sites, sources, paths, timeline, Permissions.ALL, RecordPlaces.AT_HAND);
    }

    /**
     * @param sites by index, in the order of their names
     * @param sources by index
     * @param paths round trips without disturbances
     * @param permissions which sites may serve whom
     * @param records where the records are that requests need
     */
    public TimedRouting(
            List<RoutedSite> sites,
            List<RoutedSource> sources,
            PathTable paths,
            RoutingTimeline timeline,
            Permissions permissions,
            RecordPlaces records) {
        this.sources = List.copyOf(sources);
        this.timeline = timeline;
        this.flags = Flags.of(timeline);
        this.states = new StateTimeline(timeline, flags, permissions, records);
        this.permissions = permissions;
        this.records = records;
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

    /** Returns whether what requests pay for records changes within {@code regime}. */
    public boolean recordsMove(int regime) {
        return ((RoutingRegime) regime(regime)).recordsMove();
    }

    private Regime build(StateTimeline.State state) {
        BitSet bits = state.bits();
        BitSet choiceBits = bits.get(0, flags.choiceBits());
        Choices choice = choices.computeIfAbsent(
                new ChoiceKey(state.phase(), state.laws(), choiceBits),
                key -> new Choices(sources, orders(state), timeline, flags, choiceBits));
        return new RoutingRegime(
                state.phase(),
                choice,
                populationOfEndpoint,
                RoutingRegime.active(timeline.cuts(), bits, flags.cutActual(0)),
                RoutingRegime.active(timeline.degradations(), bits, flags.degraded(0)),
                remote(state),
                sources.size());
    }

    private RemoteRecords remote(StateTimeline.State state) {
        BitSet down = state.bits().get(flags.unreadable(0), flags.unreadable(flags.sites()));
        return remote.computeIfAbsent(
                new RecordsKey(state.records(), down),
                key -> new RemoteRecords(records, key.epoch(), sources.size(), flags.sites(), key.down()));
    }

    private List<CandidateOrder> orders(StateTimeline.State state) {
        BitSet notOpen = state.bits().get(0, flags.sites());
        return orders.computeIfAbsent(new OrderKey(state.phase(), state.laws(), notOpen), key -> computeOrders(key));
    }

    private List<CandidateOrder> computeOrders(OrderKey key) {
        Map<CandidateOrder, CandidateOrder> shared = new HashMap<>();
        List<CandidateOrder> result = new ArrayList<>();
        for (RoutedSource source : sources) {
            Phase phase = timeline.phases().get(key.phase());
            CandidateOrder order = policies.order(
                    phase,
                    source,
                    site -> !key.notOpen().get(site),
                    site -> permissions.permitted(key.laws(), phase, source, site));
            result.add(shared.computeIfAbsent(order, same -> same));
        }
        return List.copyOf(result);
    }
}
