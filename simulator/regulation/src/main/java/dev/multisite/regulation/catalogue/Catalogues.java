package dev.multisite.regulation.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import dev.multisite.regulation.law.Law;
import dev.multisite.regulation.yaml.Fields;
import dev.multisite.regulation.yaml.YamlNode;

/** What law files and list files have in common. */
final class Catalogues {

    private Catalogues() {}

    static void format(Fields fields) {
        if (fields.require("format", "1") && !fields.text("format", "").equals("1")) {
            fields.faults()
                    .add(
                            fields.at("format"),
                            "expected format 1, found " + fields.at("format").shown());
        }
    }

    static String id(Fields fields) {
        String id = fields.text("id");
        if (!id.isEmpty() && !id.matches("[A-Z0-9][A-Z0-9-]*")) {
            fields.faults()
                    .add(
                            fields.at("id"),
                            "expected an id of capital letters, digits and hyphens such as EU-GDPR, found '" + id
                                    + "'");
        }
        return id;
    }

    static List<Law.Source> sources(Fields fields) {
        List<Law.Source> sources = new ArrayList<>();
        fields.require("sources", "at least one source");
        for (YamlNode node : fields.items("sources")) {
            Fields source = Fields.of(node, fields.faults(), "what", "where", "status");
            String status = source.require("status", "sourced or to_verify") ? source.word("status", "") : "to-verify";
            if (!status.equals("sourced") && !status.equals("to-verify")) {
                fields.faults().add(source.at("status"), "expected sourced or to_verify, found '" + status + "'");
            }
            sources.add(new Law.Source(source.text("what"), source.text("where"), status.equals("sourced")));
        }
        return sources;
    }

    static Law.Review review(Fields fields) {
        if (!fields.require("checked", "{by: \"\", date: null} as long as nobody has checked the file")) {
            return new Law.Review("", LocalDate.MAX);
        }
        Fields checked = Fields.of(fields.at("checked"), fields.faults(), "by", "date");
        String by = checked.text("by", "");
        if (!by.isBlank() && !checked.given("date")) {
            fields.faults().add(checked.place(), "'checked' names a person but no date");
        }
        return new Law.Review(by, checked.date("date", LocalDate.MAX));
    }
}
