package dev.multisite.regulation.facts;

import java.util.Set;

/**
 * Who decides about the records.
 *
 * @param home state it belongs to; empty if not known
 * @param nexus ties to the subject's country, names of the vocabulary
 * @param nexusKnown whether the ties are known; if not, every law is taken to apply
 */
public record Controller(String home, Set<String> nexus, boolean nexusKnown) {

    public Controller {
        nexus = Set.copyOf(nexus);
    }
}
