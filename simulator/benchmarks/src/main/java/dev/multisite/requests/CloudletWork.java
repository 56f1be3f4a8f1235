package dev.multisite.requests;

import java.util.ArrayList;
import java.util.List;

import org.cloudsimplus.brokers.DatacenterBrokerSimple;
import org.cloudsimplus.cloudlets.Cloudlet;
import org.cloudsimplus.cloudlets.CloudletSimple;
import org.cloudsimplus.core.CloudSimPlus;
import org.cloudsimplus.datacenters.DatacenterSimple;
import org.cloudsimplus.hosts.Host;
import org.cloudsimplus.hosts.HostSimple;
import org.cloudsimplus.resources.Pe;
import org.cloudsimplus.resources.PeSimple;
import org.cloudsimplus.schedulers.cloudlet.CloudletSchedulerSpaceShared;
import org.cloudsimplus.utilizationmodels.UtilizationModel;
import org.cloudsimplus.vms.Vm;
import org.cloudsimplus.vms.VmSimple;

/**
 * W with a CloudSim Plus cloudlet per request, at the settings at which its answers are right: a unit of its clock is a
 * millisecond, as it never looks twice within 0.01 units, and cloudlets are bound to their machine. It has no network between
 * users and sites, so the legs are drawn beside it.
 */
final class CloudletWork implements Contestant {

    private static final double MIPS = 1000;
    private static final double MILLIS = 1000;

    private final int requests;

    CloudletWork(int requests) {
        this.requests = requests;
    }

    @Override
    public String name() {
        return "CloudSim Plus 8.5.7, cloudlets";
    }

    @Override
    public int requests() {
        return requests;
    }

    @Override
    public Run run(long seed) {
        CloudSimPlus simulation = new CloudSimPlus(1e-3);
        List<Host> hosts = new ArrayList<>();
        List<Vm> machines = new ArrayList<>();
        for (int cores : ReferenceWork.CORES) {
            List<Pe> pes = new ArrayList<>();
            for (int core = 0; core < cores; core++) {
                pes.add(new PeSimple(MIPS));
            }
            hosts.add(new HostSimple(1 << 20, 1 << 20, 1 << 20, pes));
            Vm machine = new VmSimple(MIPS, cores);
            machine.setRam(512).setBw(1000).setSize(1000);
            machine.setCloudletScheduler(new CloudletSchedulerSpaceShared());
            machines.add(machine);
        }
        DatacenterSimple site = new DatacenterSimple(simulation, hosts);
        site.setSchedulingInterval(0);
        DatacenterBrokerSimple broker = new DatacenterBrokerSimple(simulation);
        broker.submitVmList(machines);
        List<Request> sent = submit(broker, machines, new KernelWork.PeerDraws(seed));
        simulation.start();
        double sum = sent.stream().mapToDouble(Request::seconds).sum();
        return new Run(sent.size(), sum / sent.size());
    }

    /** @param legsMillis both legs */
    private record Request(Cloudlet cloudlet, double arrivalMillis, double legsMillis) {
        double seconds() {
            return (cloudlet.getFinishTime() - arrivalMillis + legsMillis) / MILLIS;
        }
    }

    private List<Request> submit(DatacenterBrokerSimple broker, List<Vm> machines, KernelWork.PeerDraws draws) {
        double end = ReferenceWork.endSeconds(requests);
        List<Request> all = new ArrayList<>();
        for (int country = 0; country < ReferenceWork.SHARE.length; country++) {
            for (double now = draws.gap(country); now < end; now += draws.gap(country)) {
                if (draws.accepts(country, now, end)) {
                    all.add(request(country, now, machines, draws));
                }
            }
        }
        broker.submitCloudletList(all.stream().map(Request::cloudlet).toList());
        return all;
    }

    private static Request request(int country, double now, List<Vm> machines, KernelWork.PeerDraws draws) {
        double out = draws.leg(country) * MILLIS;
        double arrival = now * MILLIS + out;
        long length = Math.max(1, Math.round(draws.service() * MILLIS * MIPS));
        Cloudlet cloudlet = new CloudletSimple(length, 1);
        cloudlet.setUtilizationModelCpu(new org.cloudsimplus.utilizationmodels.UtilizationModelFull());
        cloudlet.setUtilizationModelRam(UtilizationModel.NULL).setUtilizationModelBw(UtilizationModel.NULL);
        cloudlet.setSubmissionDelay(arrival);
        cloudlet.setVm(machines.get(ReferenceWork.SITE[country]));
        return new Request(cloudlet, arrival, out + draws.leg(country) * MILLIS);
    }
}
