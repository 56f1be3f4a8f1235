package dev.multisite.regulation.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.multisite.regulation.law.Penalty;
import dev.multisite.regulation.yaml.Fields;
import dev.multisite.regulation.yaml.Numbers;
import dev.multisite.regulation.yaml.YamlNode;

/** Reads maximum penalties. */
final class PenaltyReader {

    private static final Pattern AMOUNT = Pattern.compile("([A-Z]{3}) (.+)");

    private final Rates rates;

    PenaltyReader(Rates rates) {
        this.rates = rates;
    }

    List<Penalty> readAll(Fields rule) {
        List<Penalty> penalties = new ArrayList<>();
        for (YamlNode node : rule.items("penalty")) {
            Penalty penalty = read(Fields.of(
                    node,
                    rule.faults(),
                    "from",
                    "to",
                    "cap-abs",
                    "cap-abs-repeat",
                    "cap-turnover-pct",
                    "base",
                    "rule",
                    "turnover-floor",
                    "sensitive-factor",
                    "block",
                    "note"));
            for (Penalty before : penalties) {
                if (before.window().overlaps(penalty.window())) {
                    rule.faults().add(node, "two penalties hold at the same time");
                }
            }
            penalties.add(penalty);
        }
        return penalties;
    }

    private Penalty read(Fields p) {
        String currency = currency(p);
        double cap = amount(p, "cap-abs", currency, 0);
        double percent = p.number("cap-turnover-pct", 0, 100, 0);
        String block = p.word("block", "none");
        if (!block.equals("possible") && !block.equals("none")) {
            p.faults()
                    .add(
                            p.at("block"),
                            "expected possible or none, found " + p.at("block").shown());
        }
        return new Penalty(
                LawReader.window(p),
                currency,
                cap,
                amount(p, "cap-abs-repeat", currency, cap),
                percent / 100,
                p.choice("base", Penalty.Base.class, Penalty.Base.WORLDWIDE_GROUP),
                amount(p, "turnover-floor", currency, 0),
                p.choice("rule", Penalty.Combine.class, Penalty.Combine.GREATER),
                p.number("sensitive-factor", 1, 100, 1),
                block.equals("possible"));
    }

    private String currency(Fields p) {
        for (String key : List.of("cap-abs", "cap-abs-repeat", "turnover-floor")) {
            if (p.given(key)) {
                Matcher matcher = AMOUNT.matcher(p.text(key, ""));
                return matcher.matches() ? known(matcher.group(1), key, p) : "USD";
            }
        }
        return "USD";
    }

    private String known(String currency, String key, Fields p) {
        if (!rates.knows(currency)) {
            p.faults().add(p.at(key), "there is no rate for the currency " + currency);
            return "USD";
        }
        return currency;
    }

    private static double amount(Fields p, String key, String currency, double otherwise) {
        if (!p.given(key)) {
            return otherwise;
        }
        Matcher matcher = AMOUNT.matcher(p.text(key, ""));
        double value = matcher.matches() ? Numbers.parse(matcher.group(2)) : Double.NaN;
        if (!(value >= 0)) {
            p.faults()
                    .add(
                            p.at(key),
                            "expected an amount such as \"EUR 20000000\", found "
                                    + p.at(key).shown());
            return otherwise;
        }
        if (!matcher.group(1).equals(currency) && !currency.equals("USD")) {
            p.faults().add(p.at(key), "all amounts of a penalty must be in one currency");
        }
        return value;
    }
}
