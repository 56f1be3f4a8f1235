package dev.multisite.regulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.multisite.regulation.catalogue.LawCatalogue;
import dev.multisite.regulation.evaluate.Evaluator;
import dev.multisite.regulation.evaluate.Finding;
import dev.multisite.regulation.evaluate.Verdict;
import dev.multisite.regulation.facts.CaseFacts;
import dev.multisite.regulation.facts.Controller;
import dev.multisite.regulation.facts.Copy;
import dev.multisite.regulation.facts.HeldFacts;
import dev.multisite.regulation.facts.Subject;
import dev.multisite.regulation.yaml.InvalidFileException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CatalogueFaultsTest {

    private static final String LAW = """
            format: 1
            id: XX-TEST
            short_name: A law
            citation: None
            jurisdiction: ["SG"]
            versions:
              - version: 2020
                enacted: 2020-01-01
                in_force: 2020-01-01
                enforced: 2020-01-01
                ended: 2020-12-31
                applies_to: {subjects: located_in_jurisdiction, controllers: [established_here], data_classes: all_personal}
                what_counts: {remote_access: transfer}
                rules:
                  - {id: r, kind: conditional, any_of: [scc], penalty: {cap_abs: "EUR 100", cap_turnover_pct: 4}}
              - version: 2021
                enacted: 2021-01-01
                in_force: 2021-01-01
                enforced: 2021-01-01
                ended: null
                applies_to: {subjects: located_in_jurisdiction}
                rules: []
            sources:
              - {what: all, where: nowhere, status: to_verify}
            checked: {by: "", date: null}
            """;

    @TempDir
    Path folder;

    @Test
    void theUnchangedLawIsAccepted() throws IOException {
        assertThat(load(LAW).hasLaw("XX-TEST")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "in_force: 2021-01-01 | in_force: 2020-06-01 | 16 | overlaps version 2020",
                "in_force: 2021-01-01 | in_force: 2021-02-01 | 16 | gap between the versions",
                "any_of: [scc] | any_of: [sccs] | 15 | unknown mechanism or fact 'sccs'; did you mean 'scc'?",
                "any_of: [scc] | any_of: [{mechanism: adequacy, list: EU-ADEQUACI}] | 15 | unknown list 'EU-ADEQUACI'; did you mean 'EU-ADEQUACY'?",
                "jurisdiction: [\"SG\"] | jurisdiction: [false] | 5 | expected a country code in quotes such as \"NO\", found the boolean false",
                "jurisdiction: [\"SG\"] | jurisdiction: [\"Singapore\"] | 5 | expected a country code of two capital letters",
                "cap_turnover_pct: 4 | cap_turnover_pct: 400 | 15 | expected a number from 0 to 100",
                "remote_access: transfer | remote_access: {treat_as: contested, p_breach: 0.5} | 13 | 'why' is missing; expected the reason why it is contested",
                "enforced: 2020-01-01 | enforced: 2019-01-01 | 10 | before it is in force on 2020-01-01",
                "data_classes: all_personal | data_classes: [contatcs] | 12 | unknown data class 'contatcs'; did you mean 'contact",
                "citation: None | citaton: None | 4 | unknown key 'citaton'; did you mean 'citation'?",
                "kind: conditional | kind: conditionel | 15 | unknown kind of rule 'conditionel'",
                "EUR 100 | EUX 100 | 15 | there is no rate for the currency EUX",
                "remote_access: transfer | remote_acess: transfer | 13 | unknown question 'remote_acess'",
                "what: all | what: all, what: more | 24 | duplicate key 'what'",
                "status: to_verify | status: sure | 24 | expected sourced or to_verify",
                "2020-12-31 | 2020-13-31 | 11 | expected a date such as 2015-09-01"
            })
    void aFaultIsNamedWithItsLineAndReason(String good, String bad, int line, String message) throws IOException {
        assertThat(LAW).contains(good);
        String text =
                LAW.replaceFirst(java.util.regex.Pattern.quote(good), java.util.regex.Matcher.quoteReplacement(bad));
        assertThatThrownBy(() -> load(text))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining("law.yaml:" + line + ":")
                .hasMessageContaining(message);
    }

    @Test
    void allFaultsAreReportedAtOnce() {
        String text = LAW.replace("any_of: [scc]", "any_of: [sccs]").replace("SG", "Sg");
        assertThatThrownBy(() -> load(text))
                .isInstanceOfSatisfying(
                        InvalidFileException.class, e -> assertThat(e.faults()).hasSize(2));
    }

    @Test
    void aListOfTheUserReplacesTheShippedOne() throws IOException {
        Files.writeString(folder.resolve("deny.yaml"), """
                format: 1
                id: IN-DPDP-DENY
                entries:
                  - {country: "SG", from: 2026-06-01}
                """);
        LawCatalogue catalogue = LawCatalogue.load(List.of("default", "."), folder);
        assertThat(verdict(catalogue, LocalDate.of(2026, 5, 31))).isEqualTo(Verdict.COMPLIANT);
        assertThat(verdict(catalogue, LocalDate.of(2026, 11, 22))).isEqualTo(Verdict.GRACE);
        assertThat(verdict(catalogue, LocalDate.of(2027, 5, 13))).isEqualTo(Verdict.BREACH);
    }

    private static Verdict verdict(LawCatalogue catalogue, LocalDate date) {
        CaseFacts facts = new CaseFacts(
                new Subject("IN", java.util.Set.of(), "contacts", Double.NaN, Double.NaN, java.util.Set.of()),
                new Controller("CN", java.util.Set.of("targets-country"), true),
                List.of(Copy.of("SG", Copy.Role.PRIMARY)),
                List.of(),
                HeldFacts.NONE);
        return new Evaluator(catalogue)
                .evaluate(facts, date).stream()
                        .filter(finding -> finding.law().equals("IN-DPDP"))
                        .map(Finding::verdict)
                        .findFirst()
                        .orElseThrow();
    }

    private LawCatalogue load(String law) throws IOException {
        Files.writeString(folder.resolve("law.yaml"), law);
        return LawCatalogue.load(List.of("default", "."), folder);
    }
}
