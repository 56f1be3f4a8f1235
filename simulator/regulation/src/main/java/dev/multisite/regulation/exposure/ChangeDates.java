package dev.multisite.regulation.exposure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import dev.multisite.regulation.catalogue.LawCatalogue;
import dev.multisite.regulation.facts.CaseFacts;
import dev.multisite.regulation.law.CountryList;
import dev.multisite.regulation.law.Law;
import dev.multisite.regulation.law.LawVersion;
import dev.multisite.regulation.law.Rule;
import dev.multisite.regulation.law.Window;

/** The days on which a verdict can change although the facts do not. */
final class ChangeDates {

    private final LawCatalogue catalogue;
    private final Map<String, NavigableSet<LocalDate>> byCountry = new ConcurrentHashMap<>();

    private final Map<String, NavigableSet<Double>> thresholds = new ConcurrentHashMap<>();

    ChangeDates(LawCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Returns the days on which laws about {@code country}'s people, or access laws, change. */
    NavigableSet<LocalDate> of(String country) {
        return byCountry.computeIfAbsent(country, this::collect);
    }

    /** Returns the days of the facts themselves: a dated fact begins, the time that an order gave is over. */
    static NavigableSet<LocalDate> of(CaseFacts facts, LawCatalogue catalogue) {
        NavigableSet<LocalDate> dates = new TreeSet<>(facts.held().since().values());
        if (dates.isEmpty()) {
            return dates;
        }
        for (Law law : catalogue.laws()) {
            for (LawVersion version : law.versions()) {
                for (Rule rule : version.rules()) {
                    LocalDate served = rule instanceof Rule.OrderTriggered ordered
                            ? facts.held().since().get(ordered.orderFact())
                            : null;
                    if (served != null) {
                        dates.add(served.plusMonths(((Rule.OrderTriggered) rule).graceMonths())
                                .plusDays(1));
                    }
                }
            }
        }
        return dates;
    }

    /** Returns whether any law about {@code country}'s people asks how many people there are. */
    boolean countsPeople(String country) {
        return !thresholds(country).isEmpty();
    }

    /** Returns the numbers of people from which on a law about {@code country}'s people says something else. */
    NavigableSet<Double> thresholds(String country) {
        return thresholds.computeIfAbsent(country, this::collectThresholds);
    }

    private NavigableSet<Double> collectThresholds(String country) {
        NavigableSet<Double> found = new TreeSet<>();
        catalogue.laws().stream()
                .filter(law -> law.everCovers(country))
                .flatMap(law -> law.versions().stream())
                .flatMap(version -> version.rules().stream())
                .forEach(rule -> addThresholds(rule, found));
        return found;
    }

    private static void addThresholds(Rule rule, NavigableSet<Double> found) {
        if (rule instanceof Rule.Threshold threshold) {
            threshold.bands().forEach(band -> found.add(band.below()));
            threshold.sensitiveBands().forEach(band -> found.add(band.below()));
        } else if (rule instanceof Rule.DenyList denyList) {
            found.addAll(denyList.thresholds().values());
        } else if (rule instanceof Rule.OrderTriggered ordered) {
            addThresholds(ordered.inner(), found);
        }
    }

    private NavigableSet<LocalDate> collect(String country) {
        NavigableSet<LocalDate> dates = new TreeSet<>();
        for (Law law : catalogue.laws()) {
            if (law.isAccessLaw() || law.everCovers(country)) {
                collect(law, dates);
            }
        }
        dates.remove(LocalDate.MAX);
        dates.remove(LocalDate.MIN);
        return dates;
    }

    private void collect(Law law, NavigableSet<LocalDate> dates) {
        law.jurisdiction().forEach(member -> add(member.window(), dates));
        for (LawVersion version : law.versions()) {
            dates.add(version.inForce());
            dates.add(version.enforced());
            dayAfter(version.ended(), dates);
            dates.addAll(version.readings().changes());
            version.rules().forEach(rule -> collect(rule, dates));
        }
    }

    private void collect(Rule rule, NavigableSet<LocalDate> dates) {
        add(rule.head().window(), dates);
        List<Rule.Option> options = new ArrayList<>();
        if (rule instanceof Rule.Conditional conditional) {
            options.addAll(conditional.anyOf());
            conditional.failures().forEach(failure -> add(failure.window(), dates));
        } else if (rule instanceof Rule.Threshold threshold) {
            threshold.bands().forEach(band -> options.addAll(band.anyOf()));
            threshold.sensitiveBands().forEach(band -> options.addAll(band.anyOf()));
        } else if (rule instanceof Rule.DenyList denyList && !denyList.list().isEmpty()) {
            add(catalogue.list(denyList.list()), dates);
        } else if (rule instanceof Rule.OrderTriggered ordered) {
            collect(ordered.inner(), dates);
        }
        for (Rule.Option option : options) {
            add(option.window(), dates);
            option.needs().forEach(need -> add(need.window(), dates));
            if (!option.list().isEmpty()) {
                add(catalogue.list(option.list()), dates);
            }
        }
    }

    private static void add(CountryList list, NavigableSet<LocalDate> dates) {
        list.entries().forEach(entry -> add(entry.window(), dates));
    }

    private static void add(Window window, NavigableSet<LocalDate> dates) {
        dates.add(window.from());
        dayAfter(window.to(), dates);
    }

    private static void dayAfter(LocalDate date, NavigableSet<LocalDate> dates) {
        if (!date.equals(LocalDate.MAX)) {
            dates.add(date.plusDays(1));
        }
    }
}
