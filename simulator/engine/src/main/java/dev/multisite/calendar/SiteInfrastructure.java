package dev.multisite.calendar;

import java.util.ArrayList;
import java.util.List;

import org.cloudsimplus.allocationpolicies.VmAllocationPolicyFirstFit;
import org.cloudsimplus.brokers.DatacenterBroker;
import org.cloudsimplus.core.CloudSimPlus;
import org.cloudsimplus.datacenters.Datacenter;
import org.cloudsimplus.datacenters.DatacenterSimple;
import org.cloudsimplus.hosts.Host;
import org.cloudsimplus.hosts.HostSimple;
import org.cloudsimplus.resources.Pe;
import org.cloudsimplus.resources.PeSimple;
import org.cloudsimplus.vms.Vm;
import org.cloudsimplus.vms.VmSimple;

import dev.multisite.scenario.SiteSpec;

/**
 * A site as CloudSim Plus objects: one datacenter, hosts of equal cores, and on every working host one virtual machine
 * that takes all of them. These objects, not counters of ours, say what works.
 *
 * <p>Virtual machines are placed through the datacenter's allocation policy directly: a request through the broker would
 * take effect only a tick later.
 */
final class SiteInfrastructure {

    /** Capacity of a reference core in CloudSim Plus, whose capacities are whole numbers. */
    private static final double MIPS_PER_REFERENCE_CORE = 1e6;

    private static final long RAM_MEGABYTES = 1024;
    private static final long BANDWIDTH_MEGABITS = 1000;
    private static final long STORAGE_MEGABYTES = 10_000;

    private final DatacenterBroker broker;
    private final Datacenter datacenter;
    private final List<HostSimple> hosts = new ArrayList<>();
    private final long mips;
    private final int coresPerHost;
    private long vmsMade;

    SiteInfrastructure(CloudSimPlus simulation, DatacenterBroker broker, SiteSpec site, int hostCount) {
        this.broker = broker;
        coresPerHost = site.coresPerHost();
        mips = Math.max(1, Math.round(site.coreSpeed() * MIPS_PER_REFERENCE_CORE));
        for (int i = 0; i < hostCount; i++) {
            hosts.add(host(site.power()));
        }
        datacenter = new DatacenterSimple(simulation, hosts, new VmAllocationPolicyFirstFit());
        datacenter.setName(site.name());
    }

    private HostSimple host(SiteSpec.Power power) {
        List<Pe> cores = new ArrayList<>(coresPerHost);
        for (int i = 0; i < coresPerHost; i++) {
            cores.add(new PeSimple(mips));
        }
        HostSimple host = new HostSimple(RAM_MEGABYTES, BANDWIDTH_MEGABITS, STORAGE_MEGABYTES, cores, false);
        host.setPowerModel(new LinearHostPower(power.idleWatts(), power.peakWatts()));
        return host;
    }

    /** Brings a host that does not work into service: repaired, powered on, with its virtual machine. */
    void start(int index) {
        HostSimple host = hosts.get(index);
        if (host.isFailed()) {
            host.setFailed(false);
        }
        host.setActive(true);
        VmSimple vm = new VmSimple(vmsMade++, mips, coresPerHost);
        vm.setBroker(broker);
        vm.setRam(RAM_MEGABYTES).setBw(BANDWIDTH_MEGABITS).setSize(STORAGE_MEGABYTES);
        if (!datacenter.getVmAllocationPolicy().allocateHostForVm(vm, host).fully()) {
            throw new IllegalStateException("host " + index + " of " + datacenter.getName() + " took no machine");
        }
    }

    /**
     * Fails a working host. The virtual machine goes first: CloudSim Plus miscounts the cores of a host that fails with
     * a machine on it.
     */
    void fail(int index) {
        removeMachines(hosts.get(index), true);
        hosts.get(index).setFailed(true);
    }

    /** Takes a working host out of service. */
    void stop(int index) {
        removeMachines(hosts.get(index), false);
        hosts.get(index).setActive(false);
    }

    private void removeMachines(HostSimple host, boolean failed) {
        for (Vm vm : List.copyOf(host.<Vm>getVmList())) {
            if (failed) {
                ((VmSimple) vm).setFailed(true);
            }
            vm.getCloudletScheduler().clear();
            datacenter.getVmAllocationPolicy().deallocateHostForVm(vm);
        }
    }

    /** Returns whether a host can serve: powered on, not failed, with its machine placed. */
    boolean works(int index) {
        HostSimple host = hosts.get(index);
        return host.isActive() && !host.isFailed() && coresOf(host) > 0;
    }

    /** Returns the cores of all machines that are placed and work. */
    int workingCores() {
        int cores = 0;
        for (HostSimple host : hosts) {
            cores += host.isActive() && !host.isFailed() ? coresOf(host) : 0;
        }
        return cores;
    }

    private static int coresOf(HostSimple host) {
        int cores = 0;
        for (Vm vm : host.<Vm>getVmList()) {
            cores += vm.isCreated() && vm.isWorking() ? (int) vm.getPesNumber() : 0;
        }
        return cores;
    }

    /** Returns the power that one powered host draws, as its CloudSim Plus power model says. */
    double wattsPerHost(double utilisation) {
        return hosts.get(0).getPowerModel().getPower(utilisation);
    }

    int hosts() {
        return hosts.size();
    }

    /** Returns a host, for tests of CloudSim Plus's own accounting. */
    Host host(int index) {
        return hosts.get(index);
    }
}
