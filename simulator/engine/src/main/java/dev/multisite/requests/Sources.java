package dev.multisite.requests;

import java.util.List;
import java.util.function.ToDoubleFunction;

import dev.multisite.world.ServiceTraffic;
import dev.multisite.world.World;

/**
 * What is fixed for a source, as arrays by index of the source. A source and a site that it asks are packed into one int,
 * so that a batch carries one column for both.
 */
final class Sources {

    final int[] endpoint;
    final int[] group;
    final int[] service;
    /** When a device gives up an attempt, seconds. */
    final double[] timeout;

    private final int siteBits;
    private final int siteMask;

    Sources(World world) {
        List<World.Source> all = world.sources();
        endpoint = all.stream().mapToInt(World.Source::endpoint).toArray();
        group = all.stream().mapToInt(World.Source::group).toArray();
        service = all.stream()
                .mapToInt(source -> world.groups().get(source.group()).service())
                .toArray();
        timeout = each(world, ServiceTraffic::timeoutSeconds);
        siteBits = 32 - Integer.numberOfLeadingZeros(Math.max(1, world.sites().size() - 1));
        siteMask = (1 << siteBits) - 1;
        if ((long) all.size() << siteBits > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    all.size() + " sources times " + world.sites().size() + " sites are too many");
        }
    }

    /** Returns a property of the service of each source. */
    double[] each(World world, ToDoubleFunction<ServiceTraffic> property) {
        double[] values = new double[service.length];
        for (int source = 0; source < values.length; source++) {
            values[source] = property.applyAsDouble(world.services().get(service[source]));
        }
        return values;
    }

    int count() {
        return endpoint.length;
    }

    int pack(int source, int site) {
        return (source << siteBits) | site;
    }

    int source(int packed) {
        return packed >>> siteBits;
    }

    int site(int packed) {
        return packed & siteMask;
    }
}
