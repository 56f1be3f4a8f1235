package dev.multisite.regulation.facts;

import java.util.List;

/**
 * One set of records of one data class with everything a law may ask about it.
 *
 * @param subject whose records
 * @param controller who decides about them
 * @param copies where they are kept
 * @param movements how they flow
 * @param held facts of the case beyond movements and copies
 */
public record CaseFacts(
        Subject subject, Controller controller, List<Copy> copies, List<Movement> movements, HeldFacts held) {

    public CaseFacts {
        copies = List.copyOf(copies);
        movements = List.copyOf(movements);
    }
}
