package dev.multisite.calendar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What happened, as it happens. */
final class EventLog {

    private final List<CalendarEvent> events = new ArrayList<>();

    void add(double atSeconds, String kind, String subject, String detail) {
        events.add(new CalendarEvent(atSeconds, kind, subject, detail));
    }

    List<CalendarEvent> inOrder() {
        List<CalendarEvent> sorted = new ArrayList<>(events);
        sorted.sort(Comparator.comparingDouble(CalendarEvent::timeSeconds)
                .thenComparing(CalendarEvent::kind)
                .thenComparing(CalendarEvent::subject)
                .thenComparing(CalendarEvent::detail));
        return sorted;
    }
}
