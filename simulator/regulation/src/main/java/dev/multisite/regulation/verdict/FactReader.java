package dev.multisite.regulation.verdict;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.multisite.regulation.catalogue.Vocabulary;
import dev.multisite.regulation.facts.HeldFacts;
import dev.multisite.regulation.yaml.Fields;
import dev.multisite.regulation.yaml.YamlNode;

/**
 * Reads facts: a name, or a name with a day ({@code order-served: 2023-02-01}), a number ({@code breach-notified-after: 80})
 * or a state ({@code state-demand: US}, also written {@code us-warrant}).
 */
final class FactReader {

    private static final String DEMAND = "state-demand";
    private static final String HOURS = "breach-notified-after";
    private static final Pattern STATE_FIRST = Pattern.compile("([a-z]{2})-(?:warrant|demand|state-demand)");
    private static final Pattern STATE_LAST = Pattern.compile("(?:warrant|demand|state-demand)-([a-z]{2})");

    private final Vocabulary vocabulary;
    private final Fields fields;
    private final Set<String> names = new LinkedHashSet<>();
    private final Map<String, LocalDate> since = new LinkedHashMap<>();
    private final Map<String, Double> numbers = new LinkedHashMap<>();
    private final List<String> demands = new ArrayList<>();

    FactReader(Vocabulary vocabulary, Fields fields) {
        this.vocabulary = vocabulary;
        this.fields = fields;
    }

    void add(YamlNode item) {
        if (item instanceof YamlNode.Group group) {
            group.entries().forEach((name, value) -> named(name, group.placeOf(name), value));
            return;
        }
        String word = Fields.word(fields.text(item));
        Matcher state = STATE_FIRST.matcher(word);
        Matcher last = STATE_LAST.matcher(word);
        if (state.matches() || last.matches()) {
            demand((state.matches() ? state : last).group(1).toUpperCase(Locale.ROOT), item);
            return;
        }
        String name = vocabulary.resolveCircumstance(item, fields);
        if (name.equals(DEMAND)) {
            fields.faults().add(item, "a demand needs its state, e.g. {state-demand: US}");
        } else if (name.equals(HOURS)) {
            fields.faults().add(item, "give the hours, e.g. {breach-notified-after: 80}");
        } else {
            names.add(name);
        }
    }

    private void named(String key, YamlNode place, YamlNode value) {
        String name = vocabulary.findCircumstance(key);
        if (name.isEmpty()) {
            vocabulary.resolveCircumstance(place, fields);
        } else if (name.equals(DEMAND)) {
            List<YamlNode> states = value instanceof YamlNode.Sequence list ? list.items() : List.of(value);
            states.forEach(state -> demand(fields.country(state), state));
        } else if (name.equals(HOURS)) {
            numbers.put(name, fields.number(value, 0, 1e6));
        } else if (value instanceof YamlNode.Text text && text.kind() == YamlNode.Text.Kind.BOOLEAN) {
            if (text.value().equals("true")) {
                names.add(name);
            }
        } else {
            since.put(name, fields.date(value));
        }
    }

    private void demand(String state, YamlNode place) {
        if (Fields.isCountry(state)) {
            demands.add(state);
        } else if (!state.isEmpty()) {
            fields.faults().add(place, "there is no state '" + state + "'");
        }
    }

    HeldFacts held() {
        return new HeldFacts(names, since, numbers, demands);
    }
}
