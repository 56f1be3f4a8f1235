package dev.multisite.regulation.catalogue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import dev.multisite.regulation.yaml.Faults;
import dev.multisite.regulation.yaml.Fields;
import dev.multisite.regulation.yaml.YamlNode;

/** Units of a currency per US dollar, by year. */
public final class Rates {

    private final Map<String, NavigableMap<Integer, Double>> perUsd = new HashMap<>();

    Rates() {
        perUsd.put("USD", new TreeMap<>(Map.of(0, 1.0)));
    }

    /** Adds the rates of a file. */
    void read(YamlNode root, Faults faults) {
        Fields fields = Fields.of(root, faults, "format", "per-usd", "source");
        fields.group("per-usd").forEach((currency, node) -> {
            NavigableMap<Integer, Double> years = new TreeMap<>();
            if (node instanceof YamlNode.Group group) {
                group.entries().forEach((year, value) -> {
                    if (year.matches("[12][0-9]{3}")) {
                        years.put(Integer.valueOf(year), fields.number(value, 1e-9, 1e9));
                    } else {
                        faults.add(group.placeOf(year), "expected a year, found '" + year + "'");
                    }
                });
            }
            if (years.isEmpty()) {
                faults.add(node, "expected rates by year, found " + node.shown());
            }
            perUsd.put(currency, years);
        });
    }

    public boolean knows(String currency) {
        return perUsd.containsKey(currency);
    }

    /**
     * Returns units of {@code currency} per US dollar: of the year of {@code date}, else of the last year before it that
     * is known, else of the first one.
     */
    public double perUsd(String currency, LocalDate date) {
        NavigableMap<Integer, Double> years = perUsd.get(currency);
        if (years == null || years.isEmpty()) {
            throw new IllegalArgumentException("no rate for the currency " + currency);
        }
        Map.Entry<Integer, Double> entry = years.floorEntry(date.getYear());
        return (entry == null ? years.firstEntry() : entry).getValue();
    }

    /** Returns an amount in US dollars. */
    public double toUsd(double amount, String currency, LocalDate date) {
        return amount / perUsd(currency, date);
    }
}
