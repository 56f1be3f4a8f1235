package dev.multisite.calendar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;

import dev.multisite.scenario.SiteSpec;
import dev.multisite.world.Intervals;
import dev.multisite.world.SiteCapacity;
import dev.multisite.world.SiteCapacity.HostSpan;

/**
 * One site during a run: why it is down, which hosts are there and which have failed, and what became of it. Every change
 * is carried out on the CloudSim Plus objects and recorded.
 */
final class SiteBoard {

    private final SiteSpec spec;
    private final SiteInfrastructure infrastructure;
    private final EventLog events;
    private final DoubleConsumer beforeChange;

    private final boolean[] present;
    private final boolean[] healthy;
    private final IntervalRecorder outages = new IntervalRecorder();
    private final IntervalRecorder closures = new IntervalRecorder();
    private final IntervalRecorder[] hostUp;
    private final StepRecorder hostsPresent = new StepRecorder();
    private final StepRecorder hostsWorking = new StepRecorder();
    private final List<Double> destroyedSeconds = new ArrayList<>();
    private boolean open;
    private int reasonsDown;
    private int presentHosts;
    private int workingHosts;

    /** @param beforeChange told the instant before anything changes, so that the time before it can be accounted for */
    SiteBoard(SiteSpec spec, SiteInfrastructure infrastructure, EventLog events, DoubleConsumer beforeChange) {
        this.spec = spec;
        this.infrastructure = infrastructure;
        this.events = events;
        this.beforeChange = beforeChange;
        int hosts = infrastructure.hosts();
        present = new boolean[hosts];
        healthy = new boolean[hosts];
        hostUp = new IntervalRecorder[hosts];
        for (int i = 0; i < hosts; i++) {
            healthy[i] = true;
            hostUp[i] = new IntervalRecorder();
        }
        outages.begin(0, true);
    }

    SiteSpec spec() {
        return spec;
    }

    SiteInfrastructure infrastructure() {
        return infrastructure;
    }

    boolean isOpen() {
        return open;
    }

    boolean isUp() {
        return open && reasonsDown == 0;
    }

    /** Whether new requests are let in. */
    boolean takesRequests() {
        return isUp() && !closures.isOpen() && workingHosts > 0;
    }

    int presentHosts() {
        return presentHosts;
    }

    /** Hosts on which CloudSim Plus has a working machine; closed or not. */
    int workingHosts() {
        return workingHosts;
    }

    void open(double at, int hosts) {
        beforeChange.accept(at);
        open = true;
        if (reasonsDown == 0) {
            outages.end(at);
        }
        if (at > 0) {
            events.add(at, "opening", spec.name(), "");
        }
        launch(at, hosts);
    }

    /** @param refuses whether the site answers with an error while it is down for this reason */
    void down(double at, boolean refuses, String reason) {
        beforeChange.accept(at);
        reasonsDown++;
        if (open && reasonsDown == 1) {
            outages.begin(at, refuses);
            events.add(at, "outage", spec.name(), reason);
        }
        carryOut(at);
    }

    /** The outage that has just begun destroys the records kept here. */
    void destroyRecords(double at) {
        destroyedSeconds.add(at);
        events.add(at, "destruction", spec.name(), "records kept there are gone");
    }

    List<Double> destroyedSeconds() {
        return destroyedSeconds;
    }

    void up(double at, String reason) {
        beforeChange.accept(at);
        reasonsDown--;
        if (isUp()) {
            outages.end(at);
            events.add(at, "repair", spec.name(), reason);
        }
        carryOut(at);
    }

    void close(double at) {
        beforeChange.accept(at);
        closures.begin(at, true);
        events.add(at, "maintenance", spec.name(), "");
        record(at);
    }

    void reopen(double at) {
        beforeChange.accept(at);
        closures.end(at);
        events.add(at, "maintenance-end", spec.name(), "");
        record(at);
    }

    void hostFails(int host, double at) {
        beforeChange.accept(at);
        healthy[host] = false;
        if (present[host]) {
            hostUp[host].end(at, false);
            events.add(at, "host-failure", spec.name(), "host " + (host + 1));
        }
        carryOut(host);
        record(at);
    }

    void hostRepaired(int host, double at) {
        beforeChange.accept(at);
        healthy[host] = true;
        if (present[host]) {
            hostUp[host].begin(at, false);
            events.add(at, "host-repair", spec.name(), "host " + (host + 1));
        }
        carryOut(host);
        record(at);
    }

    /** Brings {@code count} more hosts, those of the lowest numbers that are not there yet. */
    void launch(double at, int count) {
        beforeChange.accept(at);
        int left = count;
        for (int i = 0; i < present.length && left > 0; i++) {
            if (!present[i]) {
                present[i] = true;
                presentHosts++;
                left--;
                if (healthy[i]) {
                    hostUp[i].begin(at, false);
                }
                carryOut(i);
            }
        }
        record(at);
    }

    /** Takes {@code count} healthy hosts away, those of the highest numbers; they finish what they have begun. */
    void retire(double at, int count) {
        beforeChange.accept(at);
        int left = count;
        for (int i = present.length - 1; i >= 0 && left > 0; i--) {
            if (present[i] && healthy[i]) {
                present[i] = false;
                presentHosts--;
                left--;
                hostUp[i].end(at, true);
                carryOut(i);
            }
        }
        record(at);
    }

    /** Makes the CloudSim Plus objects follow, and reads off what works. */
    private void carryOut(double at) {
        for (int i = 0; i < present.length; i++) {
            carryOut(i);
        }
        record(at);
    }

    private void carryOut(int host) {
        boolean shouldWork = present[host] && healthy[host] && isUp();
        boolean works = infrastructure.works(host);
        if (shouldWork == works) {
            return;
        }
        if (shouldWork) {
            infrastructure.start(host);
        } else if (present[host]) {
            infrastructure.fail(host);
        } else {
            infrastructure.stop(host);
        }
        workingHosts += (infrastructure.works(host) ? 1 : 0) - (works ? 1 : 0);
    }

    private void record(double at) {
        hostsPresent.set(at, presentHosts);
        hostsWorking.set(at, closures.isOpen() ? 0 : workingHosts);
    }

    /** Returns the power that all hosts draw at a utilisation, cooling excluded: the working ones, which are alike. */
    double watts(double utilisation) {
        return workingHosts == 0 ? 0 : workingHosts * infrastructure.wattsPerHost(utilisation);
    }

    StepFunction hostsPresent() {
        return hostsPresent.steps();
    }

    StepFunction hostsWorking() {
        return hostsWorking.steps();
    }

    SiteCapacity capacity() {
        return new SiteCapacity(
                spec.name(),
                spec.coreSpeed(),
                spec.queueLimit(),
                outages.intervals(),
                outages.marks(),
                closures.intervals(),
                spans());
    }

    /** Hosts that were up at the same times are one span. */
    private List<HostSpan> spans() {
        record Fate(Intervals up, List<Boolean> graceful) {}
        Map<Fate, Integer> hosts = new LinkedHashMap<>();
        for (IntervalRecorder up : hostUp) {
            if (up.intervals().size() > 0) {
                hosts.merge(new Fate(up.intervals(), up.marks()), 1, Integer::sum);
            }
        }
        List<HostSpan> spans = new ArrayList<>();
        hosts.forEach(
                (fate, count) -> spans.add(new HostSpan(count * spec.coresPerHost(), fate.up(), fate.graceful())));
        return spans;
    }
}
