package dev.multisite.scenario.yaml;

import java.util.HashSet;
import java.util.Set;

import dev.multisite.scenario.yaml.Key.Absence;

/** The reference page of the scenario format, written from the declarations of the keys. */
final class ScenarioReference {

    private static final String INTRODUCTION = """
            # Scenario format, version 1

            This page is generated from the declarations in `dev.multisite.scenario.yaml`; don't edit it. A test fails when it
            is out of date; `./mvnw -pl simulator/model -am test -Dregenerate.reference=true` writes it anew.

            A scenario is a YAML 1.2 file in UTF-8 of at most 8 MiB. Unknown and duplicate keys, wrong types and units, values
            out of range, names that nothing defines and dates outside the period are errors; all of them are reported at once
            with file, line, column and the path of the key. Nothing is ignored. `validate --effective` prints a scenario with
            every default filled in. `--set sites.india.hosts=40` replaces a value; elements of a list are numbered from 0:
            `populations.IN.events.0.on`. `NO` is Norway, not false. An anchor (`&x`), an alias (`*x`) and the merge key (`<<`)
            may save repetition; tags (`!x`) are refused. Keys marked *not supported yet* are refused.

            ## Literals

            | kind | examples | notes |
            |---|---|---|
            | duration | `250us` `18ms` `3s` `15min` `4h` `30d` `2w` `1.5y` | a year is 365.25 d |
            | rate | `60/d` `100k/w` `2/h` `0.5/s` | per us, ms, s, min, h, d, w or y |
            | count | `3M` `175k` `1200` | k, M, G are 1e3, 1e6, 1e9 |
            | data size | `4 KB` `1.5 MiB` | kB (or KB), MB, GB, TB, PB are powers of 1000; KiB, MiB, GiB, TiB, PiB of 1024 |
            | amount | `0.09 USD` `12 MUSD` | US dollars only; kUSD, MUSD, GUSD |
            | fraction | `0.35` `35%` | 0 to 1 |
            | yearly change | `10%/y` | effective annual: after a year alone, 10 % are gone or have come |
            | date | `2014-10-22` `2014-10-22T08:30Z` | a bare date is 00:00 UTC |
            | power, carbon intensity | `120 W` `0.62 kg/kWh` | also kW, MW and g/kWh |
            | time of day | `"20:00"` | local time |
            | time zone | `Asia/Kolkata` | a name of the IANA data base |

            """;

    private final StringBuilder text = new StringBuilder(INTRODUCTION);
    private final Set<String> written = new HashSet<>();

    private ScenarioReference() {}

    /** Returns the page as Markdown. */
    static String markdown() {
        ScenarioReference page = new ScenarioReference();
        page.section(ScenarioShape.SCENARIO);
        return page.text.toString();
    }

    private void section(Shape<?> shape) {
        if (shape instanceof TitledShape<?> titled && written.add(titled.name())) {
            heading(titled.name(), titled.meaning());
            text.append("Form: ").append(titled.base().type()).append(".\n\n");
            titled.base().groups().forEach(this::section);
        } else if (shape instanceof ObjectShape<?> group && written.add(group.name())) {
            heading(group.name(), group.meaning());
            text.append("| key | type | default | meaning | example |\n|---|---|---|---|---|\n");
            group.keys().forEach(this::row);
            text.append('\n');
            group.keys().forEach(key -> key.shape().groups().forEach(this::section));
        }
    }

    private void heading(String name, String meaning) {
        text.append("## ").append(name).append("\n\n").append(meaning).append("\n\n");
    }

    private void row(Key<?> key) {
        text.append("| `").append(key.name()).append("` | ");
        if (key.absence() == Absence.NOT_SUPPORTED) {
            text.append("| | *not supported yet* | |\n");
            return;
        }
        text.append(cell(key.shape().type()))
                .append(" | ")
                .append(cell(fallback(key)))
                .append(" | ")
                .append(cell(key.meaning()))
                .append(" | `")
                .append(cell(key.example()))
                .append("` |\n");
    }

    private static String fallback(Key<?> key) {
        return switch (key.absence()) {
            case REQUIRED -> "required";
            case OPTIONAL -> "none";
            case LITERAL_DEFAULT -> "`" + key.defaultText() + "`";
            case DERIVED_DEFAULT -> key.defaultText();
            case NOT_SUPPORTED -> "";
        };
    }

    private static String cell(String content) {
        return content.replace("|", "\\|");
    }
}
