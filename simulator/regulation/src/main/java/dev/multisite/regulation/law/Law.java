package dev.multisite.regulation.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One law, or one topic of a law, with all its versions.
 *
 * @param id name in scenarios and results, e.g. {@code RU-LOCAL}
 * @param aliases other names under which scenarios and case files may refer to it
 * @param shortName name for readers
 * @param citation where the text is found
 * @param jurisdiction the states it belongs to, with the days of their membership
 * @param regulator who enforces it
 * @param replaces id of the law it replaced; empty if none
 * @param versions in order of time, without overlap
 * @param enforcement how it is enforced
 * @param note remark for readers, may be empty
 * @param sources where its facts come from
 * @param review who has checked the file against its sources
 */
public record Law(
        String id,
        Set<String> aliases,
        String shortName,
        String citation,
        List<Member> jurisdiction,
        String regulator,
        String replaces,
        List<LawVersion> versions,
        EnforcementTerms enforcement,
        String note,
        List<Source> sources,
        Review review) {

    public Law {
        aliases = Set.copyOf(aliases);
        jurisdiction = List.copyOf(jurisdiction);
        versions = List.copyOf(versions);
        sources = List.copyOf(sources);
    }

    /** A state that belongs to the jurisdiction during {@code window}. */
    public record Member(String country, Window window) {}

    /**
     * A source of the file's facts.
     *
     * @param what the facts it supports
     * @param where the source
     * @param verified whether the fact was read in a source; otherwise it is from general knowledge and to be verified
     */
    public record Source(String what, String where, boolean verified) {}

    /** Who has compared the file with its sources; {@code by} is empty as long as nobody has. */
    public record Review(String by, LocalDate date) {
        public boolean done() {
            return !by.isBlank();
        }
    }

    /** Returns whether {@code country} belongs to the jurisdiction on {@code date}. */
    public boolean covers(String country, LocalDate date) {
        for (Member member : jurisdiction) {
            if (member.country().equals(country) && member.window().contains(date)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether {@code country} belonged to the jurisdiction on any day. */
    public boolean everCovers(String country) {
        return jurisdiction.stream().anyMatch(member -> member.country().equals(country));
    }

    /** Returns whether this law only says whom a state can compel to disclose data. */
    public boolean isAccessLaw() {
        return versions.stream().flatMap(version -> version.rules().stream()).allMatch(Rule.Access.class::isInstance)
                && versions.stream().anyMatch(version -> !version.rules().isEmpty());
    }

    /** Returns the states of the jurisdiction on any day, in alphabetical order. */
    public Set<String> countries() {
        Set<String> countries = new TreeSet<>();
        jurisdiction.forEach(member -> countries.add(member.country()));
        return countries;
    }
}
