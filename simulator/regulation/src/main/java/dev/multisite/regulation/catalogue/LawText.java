package dev.multisite.regulation.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.multisite.regulation.law.CountryList;
import dev.multisite.regulation.law.Law;
import dev.multisite.regulation.law.LawVersion;
import dev.multisite.regulation.law.Penalty;
import dev.multisite.regulation.law.Rule;

/** Laws as text for readers: the command line and the overview in the documentation show the same. */
public final class LawText {

    private LawText() {}

    /** Returns one line for a law: id, states, versions, whether it is reviewed, name. */
    public static String line(Law law) {
        return String.format(
                Locale.ROOT,
                "%-18s %-8s %-34s %-10s %s",
                law.id(),
                states(law),
                inForce(law),
                law.review().done() ? "reviewed" : "unreviewed",
                law.shortName());
    }

    /** Returns the first days of a law's versions. */
    static String inForce(Law law) {
        return law.versions().stream().map(LawText::since).collect(Collectors.joining(", "));
    }

    private static String since(LawVersion version) {
        return version.inForce().equals(LocalDate.MAX)
                ? "never in force"
                : version.inForce().toString();
    }

    /** Returns the states of a law, or how many there are. */
    public static String states(Law law) {
        Set<String> countries = law.countries();
        return countries.size() > 2 ? countries.size() + " states" : String.join(" ", countries);
    }

    /** Returns everything about a law, line by line. */
    public static List<String> details(Law law) {
        List<String> lines = new ArrayList<>();
        lines.add(law.id() + ": " + law.shortName() + (law.review().done() ? "" : " [unreviewed]"));
        lines.add("  citation: " + law.citation());
        lines.add("  states: " + String.join(" ", law.countries()));
        if (!law.regulator().isEmpty()) {
            lines.add("  regulator: " + law.regulator());
        }
        law.versions().forEach(version -> version(version, lines));
        if (!law.note().isBlank()) {
            lines.add("  note: " + law.note().strip());
        }
        for (Law.Source source : law.sources()) {
            lines.add("  source: " + source.what() + ": " + source.where() + (source.verified() ? "" : " [to verify]"));
        }
        return lines;
    }

    private static void version(LawVersion version, List<String> lines) {
        lines.add("  version " + version.version() + ": " + span(version));
        lines.add("    applies to: " + words(version.scope().subjects().name())
                + ", controllers " + orAll(version.scope().controllers())
                + ", data " + orAll(version.scope().dataClasses())
                + (version.scope().attributes().isEmpty()
                        ? ""
                        : ", people " + orAll(version.scope().attributes())));
        for (Rule rule : version.rules()) {
            lines.add("    rule " + rule.head().id() + " (" + rule.kind() + "): " + demand(rule));
            for (Penalty penalty : rule.head().penalties()) {
                lines.add("      penalty: " + penalty(penalty));
            }
        }
        if (!version.note().isBlank()) {
            lines.add("    note: " + version.note().strip());
        }
    }

    private static String span(LawVersion version) {
        if (version.inForce().equals(LocalDate.MAX)) {
            return "never in force";
        }
        String enforced = version.enforced().equals(LocalDate.MAX)
                ? ", not enforceable"
                : version.enforced().equals(version.inForce()) ? "" : ", enforced from " + version.enforced();
        String ended = version.ended().equals(LocalDate.MAX) ? "" : ", until " + version.ended();
        return "in force from " + version.inForce() + enforced + ended;
    }

    private static String demand(Rule rule) {
        String contested = rule.head().contested().contested()
                ? " Disputed (p " + rule.head().contested().pBreach() + "): "
                        + rule.head().contested().why() + "."
                : "";
        return text(rule) + special(rule.head()) + contested;
    }

    private static String special(Rule.Head head) {
        Set<String> narrow = new TreeSet<>(head.controllers());
        narrow.addAll(head.dataClasses());
        narrow.addAll(head.attributes());
        return narrow.isEmpty() ? "." : ", only for " + String.join(", ", narrow) + ".";
    }

    private static String text(Rule rule) {
        if (rule instanceof Rule.Conditional r) {
            String all = r.allOf().isEmpty() ? "" : "needs " + String.join(" and ", r.allOf()) + "; ";
            return all + "out of the free area only with " + options(r.anyOf());
        }
        if (rule instanceof Rule.Accountability r) {
            return "abroad with one of " + String.join(", ", r.measures()) + "; the sender stays answerable";
        }
        if (rule instanceof Rule.Mirror r) {
            return "a complete copy in the country (" + String.join(", ", new TreeSet<>(r.roles())) + ")";
        }
        if (rule instanceof Rule.LocalFirst) {
            return "first recorded in the country, where a copy stays";
        }
        if (rule instanceof Rule.CollectLocalOnly) {
            return "only databases in the country take part in collection";
        }
        if (rule instanceof Rule.StrictLocal r) {
            return "no copy abroad" + (r.exceptions().isEmpty() ? "" : " except " + String.join(", ", r.exceptions()));
        }
        return otherText(rule);
    }

    private static String otherText(Rule rule) {
        if (rule instanceof Rule.DenyList r) {
            String whom = r.list().isEmpty() ? String.join(", ", new TreeSet<>(r.countries())) : "the list " + r.list();
            return "not to " + whom + (r.allowIf().isEmpty() ? "" : " unless " + String.join(", ", r.allowIf()));
        }
        if (rule instanceof Rule.Threshold r) {
            return "by number of people: "
                    + r.bands().stream()
                            .map(band -> (Double.isInfinite(band.below()) ? "above" : "below " + (long) band.below())
                                    + " " + (band.anyOf().isEmpty() ? "free" : options(band.anyOf())))
                            .collect(Collectors.joining("; "));
        }
        if (rule instanceof Rule.OrderTriggered r) {
            return "after " + r.orderFact() + " and " + r.graceMonths() + " months: " + text(r.inner());
        }
        if (rule instanceof Rule.Access r) {
            return "the state reaches data by "
                    + r.bases().stream()
                            .map(basis -> words(basis.name()))
                            .sorted()
                            .collect(Collectors.joining(", "));
        }
        if (rule instanceof Rule.Notice r) {
            return "a data breach is notified within " + (long) r.hours() + " hours";
        }
        if (rule instanceof Rule.Blocking r) {
            return "no disclosure to a foreign state"
                    + (r.unless().isEmpty() ? "" : " unless " + String.join(", ", r.unless()));
        }
        return "no limit"
                + (rule.head().duty().isEmpty() ? "" : "; " + rule.head().duty());
    }

    private static String options(List<Rule.Option> options) {
        return options.stream().map(LawText::option).collect(Collectors.joining(", "));
    }

    private static String option(Rule.Option option) {
        StringBuilder text = new StringBuilder(option.mechanism());
        if (!option.list().isEmpty()) {
            text.append(" (").append(option.list()).append(')');
        }
        if (!option.onlyIf().isEmpty()) {
            text.append(" if ").append(String.join(" and ", option.onlyIf()));
        }
        if (!option.needs().isEmpty()) {
            text.append(" with ")
                    .append(option.needs().stream().map(Rule.Need::fact).collect(Collectors.joining(" and ")));
        }
        return text.toString();
    }

    private static String penalty(Penalty penalty) {
        String amount =
                penalty.cap() > 0 ? penalty.currency() + " " + String.format(Locale.ROOT, "%.0f", penalty.cap()) : "";
        String share = penalty.turnoverFraction() > 0
                ? String.format(
                        Locale.ROOT,
                        "%.4g %% of turnover (%s)",
                        penalty.turnoverFraction() * 100,
                        words(penalty.base().name()))
                : "";
        String both = amount.isEmpty() || share.isEmpty()
                ? amount + share
                : "the " + words(penalty.rule().name()) + " of " + amount + " and " + share;
        String block = penalty.block() ? (both.isEmpty() ? "block possible" : "; block possible") : "";
        return both + block;
    }

    /** Returns a country list as lines. */
    public static List<String> details(CountryList list) {
        List<String> lines = new ArrayList<>();
        lines.add(list.id());
        for (CountryList.Entry entry : list.entries()) {
            String until = entry.window().to().equals(LocalDate.MAX)
                    ? ""
                    : " until " + entry.window().to();
            String onlyIf = entry.onlyIf().isEmpty() ? "" : " with " + String.join(" or ", entry.onlyIf());
            lines.add("  " + entry.country() + " from " + entry.window().from() + until + onlyIf
                    + (entry.why().isEmpty() ? "" : " (" + entry.why() + ")"));
        }
        return lines;
    }

    /** Returns the names of a kind as lines. */
    public static List<String> names(Vocabulary vocabulary, Vocabulary.Kind kind) {
        List<String> lines = new ArrayList<>();
        for (Vocabulary.Term term : vocabulary.terms(kind)) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-34s %s%s",
                    term.id(),
                    term.about(),
                    term.aliases().isEmpty() ? "" : " (also " + String.join(", ", term.aliases()) + ")"));
        }
        return lines;
    }

    private static String orAll(Set<String> names) {
        return names.isEmpty() ? "all" : String.join(", ", new TreeSet<>(names));
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
