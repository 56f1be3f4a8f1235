package dev.multisite.routing;

import java.util.List;
import java.util.function.IntPredicate;

import dev.multisite.scenario.ArchitectureSpec.Phase;
import dev.multisite.world.PathTable;

/** Where first attempts go when it is known at once which sites work: a fluid view of routing, without belief. */
public final class FirstChoices {

    private final Policies policies;
    private final Permissions permissions;
    private final int sites;

    /** @param sites by index, in the order of their names */
    public FirstChoices(List<RoutedSite> sites, PathTable paths, Permissions permissions) {
        this.policies = new Policies(List.copyOf(sites), paths);
        this.permissions = permissions;
        this.sites = sites.size();
    }

    /**
     * Returns the share of the first attempts of {@code source} per site; they add up to 1, or to 0 if no site is left.
     *
     * @param epoch of the permissions
     * @param open whether a site has opened
     * @param up whether it works
     */
    public double[] shares(Phase phase, int epoch, RoutedSource source, IntPredicate open, IntPredicate up) {
        CandidateOrder order =
                policies.order(phase, source, open, site -> permissions.permitted(epoch, phase, source, site));
        double[] shares = new double[sites];
        double total = 0;
        for (int i = 0; i < order.size(); i++) {
            total += order.weighted() && up.test(order.site(i)) ? order.weight(i) : 0;
        }
        for (int i = 0; i < order.size(); i++) {
            if (up.test(order.site(i))) {
                if (!(total > 0)) {
                    shares[order.site(i)] = 1;
                    return shares;
                }
                shares[order.site(i)] = order.weight(i) / total;
            }
        }
        return shares;
    }
}
