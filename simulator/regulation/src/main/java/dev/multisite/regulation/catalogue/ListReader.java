package dev.multisite.regulation.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import dev.multisite.regulation.law.CountryList;
import dev.multisite.regulation.law.Law;
import dev.multisite.regulation.law.Window;
import dev.multisite.regulation.yaml.Faults;
import dev.multisite.regulation.yaml.Fields;
import dev.multisite.regulation.yaml.YamlNode;

/** Reads a dated country list. Windows may overlap. */
final class ListReader {

    private final Vocabulary vocabulary;

    ListReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    CountryList read(YamlNode root, Faults faults) {
        Fields f = Fields.of(root, faults, "format", "id", "about", "entries", "sources", "checked", "note");
        Catalogues.format(f);
        List<CountryList.Entry> entries = new ArrayList<>();
        if (!f.has("entries")) {
            faults.add(root, "'entries' is missing; expected a list, [] if no country is listed");
        }
        for (YamlNode item : f.items("entries")) {
            entries(Fields.of(item, faults, "country", "countries", "from", "to", "only-if", "why"), entries);
        }
        List<Law.Source> sources = f.given("sources") ? Catalogues.sources(f) : List.of();
        Law.Review review = f.given("checked") ? Catalogues.review(f) : new Law.Review("", LocalDate.MAX);
        return new CountryList(Catalogues.id(f), entries, sources, review);
    }

    private void entries(Fields f, List<CountryList.Entry> entries) {
        if (f.given("country") == f.given("countries")) {
            f.faults().add(f.place(), "expected either country or countries, with country codes in quotes");
        }
        f.require("from", "the first day on which the country is listed");
        Window window = LawReader.window(f);
        List<String> onlyIf = new ArrayList<>();
        f.items("only-if").forEach(item -> onlyIf.add(vocabulary.resolveCircumstance(item, f)));
        String key = f.given("country") ? "country" : "countries";
        for (YamlNode country : f.items(key)) {
            entries.add(new CountryList.Entry(f.country(country), window, onlyIf, f.text("why", "")));
        }
    }
}
