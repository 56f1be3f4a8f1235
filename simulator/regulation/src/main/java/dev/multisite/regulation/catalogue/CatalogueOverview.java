package dev.multisite.regulation.catalogue;

import dev.multisite.regulation.law.CountryList;
import dev.multisite.regulation.law.Law;

/** The overview of the shipped catalogue for the documentation, as Markdown. */
final class CatalogueOverview {

    private CatalogueOverview() {}

    static String markdown(LawCatalogue catalogue) {
        StringBuilder text = new StringBuilder(64_000);
        text.append("# Law catalogue\n\n");
        text.append(
                "Written by a test from the files of the catalogue; do not edit. Not legal advice. See [regulation.md](regulation.md).\n\n");
        text.append("| law | name | states | in force from | reviewed |\n|---|---|---|---|---|\n");
        for (Law law : catalogue.laws()) {
            text.append("| [")
                    .append(law.id())
                    .append("](#")
                    .append(law.id().toLowerCase(java.util.Locale.ROOT))
                    .append(") | ")
                    .append(law.shortName())
                    .append(" | ")
                    .append(LawText.states(law))
                    .append(" | ")
                    .append(LawText.inForce(law))
                    .append(" | ")
                    .append(law.review().done() ? "yes" : "no")
                    .append(" |\n");
        }
        for (Law law : catalogue.laws()) {
            text.append("\n## ").append(law.id()).append("\n\n```\n");
            LawText.details(law).forEach(line -> text.append(line).append('\n'));
            text.append("```\n");
        }
        text.append("\n# Country lists\n");
        for (CountryList list : catalogue.lists()) {
            text.append("\n```\n");
            LawText.details(list).forEach(line -> text.append(line).append('\n'));
            text.append("```\n");
        }
        text.append("\n# Names\n");
        for (Vocabulary.Kind kind : Vocabulary.Kind.values()) {
            text.append("\n## ").append(kind.word()).append("\n\n```\n");
            LawText.names(catalogue.vocabulary(), kind)
                    .forEach(line -> text.append(line.strip()).append('\n'));
            text.append("```\n");
        }
        return text.toString();
    }
}
