package dev.multisite.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.cloudsimplus.brokers.DatacenterBroker;
import org.cloudsimplus.brokers.DatacenterBrokerSimple;
import org.cloudsimplus.core.CloudSimPlus;

import dev.multisite.random.RandomStreams;
import dev.multisite.scenario.ArchitectureSpec;
import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.SiteSpec;
import dev.multisite.scenario.SiteSpec.Hosts;
import dev.multisite.world.SiteCapacity;

/** One run of the kernel: builds the sites and the entities, starts, and reads off the result. */
final class CalendarRun implements Timetable.Steps {

    /** Finest step of CloudSim Plus's own periodic work, seconds; ours does not depend on it. */
    private static final double MIN_TIME_BETWEEN_EVENTS = 1e-3;

    private final Scenario scenario;
    private final ArchitectureSpec architecture;
    private final double endSeconds;
    private final CloudSimPlus simulation = new Kernel(MIN_TIME_BETWEEN_EVENTS);
    private final EventLog events = new EventLog();
    private final List<Double> phaseStartSeconds;
    private final Map<String, Double> openingSeconds = new TreeMap<>();
    private final Map<String, SiteBoard> boards = new TreeMap<>();
    private final SiteFaults siteFaults;
    private final RiskFaults riskFaults;
    private final HostFaults hostFaults;
    private final LoadMeter meter;

    CalendarRun(Scenario scenario, ArchitectureSpec architecture, RandomStreams streams, OfferedLoad load) {
        this.scenario = scenario;
        this.architecture = architecture;
        endSeconds = scenario.period().seconds();
        phaseStartSeconds = PhaseStarts.of(scenario, architecture, streams);
        addSites(streams);
        List<SiteBoard> sites = List.copyOf(boards.values());
        new Timetable(simulation, scenario.period(), architecture, phaseStartSeconds, openingSeconds, boards, this);
        siteFaults = new SiteFaults(simulation, endSeconds, boards, streams);
        riskFaults =
                new RiskFaults(simulation, endSeconds, scenario.network().risks(), boards, siteFaults, events, streams);
        hostFaults = new HostFaults(simulation, endSeconds, streams);
        meter = new LoadMeter(simulation, endSeconds, sites, load);
        new Autoscaler(simulation, endSeconds, sites, meter, events);
    }

    private void addSites(RandomStreams streams) {
        DatacenterBroker broker = new DatacenterBrokerSimple(simulation);
        broker.setShutdownWhenIdle(false);
        for (String name : Calendar.sitesOf(architecture)) {
            SiteSpec spec = scenario.sites().get(name);
            if (spec == null) {
                throw new IllegalArgumentException("no site is called " + name);
            }
            SiteInfrastructure infrastructure = new SiteInfrastructure(simulation, broker, spec, mostHosts(spec));
            boards.put(name, new SiteBoard(spec, infrastructure, events, this::settle));
            openingSeconds.put(name, PhaseStarts.openingSeconds(spec, scenario.period(), streams));
        }
    }

    private static int mostHosts(SiteSpec spec) {
        return spec.hosts() instanceof Hosts.Autoscale scale ? scale.max() : fixedHosts(spec);
    }

    private static int fixedHosts(SiteSpec spec) {
        return spec.hosts() instanceof Hosts.Fixed fixed ? fixed.count() : 0;
    }

    private void settle(double at) {
        meter.settle(at);
    }

    @Override
    public void phaseBegins(int phase, double at) {
        boolean superseded = phase < meter.phase();
        meter.phaseBegins(phase, at);
        if (!superseded) {
            events.add(at, "phase", architecture.phases().get(phase).label(), "");
        }
    }

    @Override
    public void siteOpens(SiteBoard site, double at) {
        int hosts = site.spec().hosts() instanceof Hosts.Autoscale scale ? scale.min() : fixedHosts(site.spec());
        site.open(at, hosts);
        siteFaults.opened(site.spec().name(), at);
        hostFaults.opened(site, at);
    }

    CalendarResult run() {
        simulation.start();
        meter.settle(endSeconds);
        PopulationEvents.addTo(events, scenario);
        List<SiteHistory> histories = new ArrayList<>();
        for (SiteBoard board : boards.values()) {
            histories.add(history(board, histories.size()));
        }
        return new CalendarResult(histories, phaseStartSeconds, riskFaults.pathDisturbances(), events.inOrder());
    }

    private SiteHistory history(SiteBoard board, int index) {
        SiteSpec spec = board.spec();
        SiteCapacity capacity = board.capacity();
        double opening = openingSeconds.getOrDefault(spec.name(), 0.0);
        double energyKwh = meter.kilowattHours(index) * spec.power().pue();
        StepFunction working = board.hostsWorking();
        double away = capacity.outages().union(capacity.closures()).coveredSeconds(opening, endSeconds);
        return new SiteHistory(
                capacity,
                opening,
                board.hostsPresent(),
                working,
                meter.utilisation(index),
                energyKwh,
                energyKwh * spec.power().gridKgPerKwh(),
                working.integral(0, endSeconds) * spec.coresPerHost(),
                opening < endSeconds ? 1 - away / (endSeconds - opening) : Double.NaN,
                board.destroyedSeconds());
    }
}
