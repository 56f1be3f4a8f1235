package dev.multisite.exposure;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import dev.multisite.regulation.catalogue.LawCatalogue;
import dev.multisite.regulation.law.Law;
import dev.multisite.regulation.law.LawVersion;
import dev.multisite.scenario.Scenario;

/** The days within a period on which laws about the scenario's people begin to bind, can be enforced, or end. */
final class LawDays {

    private final Scenario scenario;
    private final LawCatalogue laws;
    private final List<ExposureEvent> events = new ArrayList<>();

    LawDays(Scenario scenario, LawCatalogue laws) {
        this.scenario = scenario;
        this.laws = laws;
    }

    List<ExposureEvent> events() {
        for (Law law : laws.laws()) {
            boolean concerns = scenario.populations().values().stream()
                    .anyMatch(population -> law.everCovers(population.country()));
            if (concerns) {
                law.versions().forEach(version -> add(law, version));
            }
        }
        return events;
    }

    private void add(Law law, LawVersion version) {
        String which = law.shortName() + ", version " + version.version();
        boolean later = version.enforced().isAfter(version.inForce());
        add(law, version.inForce(), which + (later ? ": in force" : ": in force and enforced"));
        if (later) {
            add(law, version.enforced(), which + ": enforced");
        }
        if (!version.ended().equals(LocalDate.MAX)) {
            add(law, version.ended().plusDays(1), which + ": no longer in force");
        }
    }

    private void add(Law law, LocalDate day, String detail) {
        if (day.getYear() > 1900 && day.getYear() < 2200) {
            double seconds = scenario.period().toSeconds(day.atStartOfDay().toInstant(ZoneOffset.UTC));
            if (seconds >= 0 && seconds < scenario.period().seconds()) {
                events.add(new ExposureEvent(seconds, "law", law.id(), detail));
            }
        }
    }
}
