package dev.multisite.calendar;

import org.cloudsimplus.brokers.DatacenterBrokerSimple;
import org.cloudsimplus.core.CloudSimPlus;
import org.cloudsimplus.hosts.Host;
import org.junit.jupiter.api.Test;

import dev.multisite.calendar.CalendarScenarios.Site;

import static org.assertj.core.api.Assertions.assertThat;

class SiteInfrastructureTest {

    private final CloudSimPlus simulation = new CloudSimPlus(1e-3);
    private final SiteInfrastructure site =
            new SiteInfrastructure(simulation, new DatacenterBrokerSimple(simulation), new Site("a").spec(), 2);

    private static void assertCores(Host host, int busy, int free, int failed) {
        assertThat(host.getBusyPesNumber()).as("busy").isEqualTo(busy);
        assertThat(host.getFreePesNumber()).as("free").isEqualTo(free);
        assertThat(host.getFailedPesNumber()).as("failed").isEqualTo(failed);
    }

    @Test
    void coresAreCountedRightThroughFailuresAndRepairs() {
        Host host = site.host(0);
        assertCores(host, 0, 4, 0);
        site.start(0);
        for (int i = 0; i < 5; i++) {
            assertCores(host, 4, 0, 0);
            assertThat(site.workingCores()).isEqualTo(4);
            assertThat(host.getVmList()).hasSize(1);
            site.fail(0);
            assertCores(host, 0, 0, 4);
            assertThat(site.workingCores()).isZero();
            assertThat(host.getVmList()).isEmpty();
            assertThat(host.getPowerModel().getPower()).isZero();
            site.start(0);
        }
        assertThat(host.getPowerModel().getPower()).isEqualTo(100);
    }

    @Test
    void hostThatIsTakenOutOfServiceIsIdleNotFailed() {
        site.start(0);
        site.start(1);
        site.stop(1);

        assertCores(site.host(1), 0, 4, 0);
        assertThat(site.host(1).isActive()).isFalse();
        assertThat(site.works(1)).isFalse();
        assertThat(site.workingCores()).isEqualTo(4);
        site.start(1);
        assertThat(site.workingCores()).isEqualTo(8);
    }
}
