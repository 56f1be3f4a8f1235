package dev.multisite.world;

import java.util.List;

/**
 * When a site works and with how many cores.
 *
 * @param name name of the site
 * @param coreSpeed speed relative to the reference core: a service time of s takes s / coreSpeed
 * @param queueLimit waiting attempts beyond which an attempt is rejected; {@link Long#MAX_VALUE}: unlimited
 * @param outages when the whole site is down, the time before its opening included; work in it is lost when one begins
 * @param refuses whether the site answers with an error during the outage of the same index; otherwise attempts hang
 * @param closures planned windows: new attempts are turned away like at a site that refuses, work inside is finished
 * @param hosts the hosts; a site outage overrides them
 */
public record SiteCapacity(
        String name,
        double coreSpeed,
        long queueLimit,
        Intervals outages,
        List<Boolean> refuses,
        Intervals closures,
        List<HostSpan> hosts) {

    public SiteCapacity {
        refuses = List.copyOf(refuses);
        hosts = List.copyOf(hosts);
    }

    /**
     * Hosts that live and die together.
     *
     * @param cores cores of all of them
     * @param up when they work
     * @param endsGracefully per interval of {@code up}: true where the hosts are taken out of service and finish the
     *     work in hand, false where they fail and lose it
     */
    public record HostSpan(int cores, Intervals up, List<Boolean> endsGracefully) {
        public HostSpan {
            endsGracefully = List.copyOf(endsGracefully);
        }
    }
}
