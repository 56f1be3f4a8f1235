package dev.multisite.catalogue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Shares of access technologies by class of country and year. */
final class AccessMixes {

    static final double MATURE_FROM = 0.6;
    static final double GROWING_FROM = 0.3;

    private final List<Row> rows;

    AccessMixes(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    /** The mix of a class in one year; rows of one class are in order of year. */
    record Row(String countryClass, int year, Map<Access, Double> shares, String source) {}

    String source() {
        return rows.get(0).source();
    }

    /** Returns the mix of a country with this share of Internet users in 2014: linear between the years, constant outside. */
    Map<Access, Double> mix(double internetShare2014, int year) {
        String wanted = classOf(internetShare2014);
        List<Row> own =
                rows.stream().filter(r -> r.countryClass().equals(wanted)).toList();
        Row first = own.get(0);
        Row last = own.get(own.size() - 1);
        double part = Math.max(0, Math.min(1, (year - first.year()) / (double) (last.year() - first.year())));
        Map<Access, Double> mix = new EnumMap<>(Access.class);
        for (Access access : Access.values()) {
            double share = (1 - part) * share(first, access) + part * share(last, access);
            if (share > 0) {
                mix.put(access, share);
            }
        }
        return mix;
    }

    private static double share(Row row, Access access) {
        return row.shares().getOrDefault(access, 0.0);
    }

    private static String classOf(double internetShare2014) {
        if (internetShare2014 >= MATURE_FROM) {
            return "mature";
        }
        return internetShare2014 >= GROWING_FROM ? "growing" : "emerging";
    }
}
