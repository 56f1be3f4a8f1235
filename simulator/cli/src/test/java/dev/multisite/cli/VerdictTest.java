package dev.multisite.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class VerdictTest {
    private static final String CASES = """
            verdict-cases: 1
            cases:
              - id: first-day
                date: 2015-09-01
                subject: {country: RU, data: contacts}
                controller: {home: CN, nexus: [targets-country]}
                copies: [{country: SG, role: primary}]
                expect: {RU-LOCAL: %s}
            """;

    @TempDir
    Path folder;

    @Test
    void expectedVerdictsEndWithZeroAndDifferencesWithOne() throws IOException {
        Invocation same = Invocation.of("verdict", file(CASES.formatted("BREACH")));
        assertThat(same.exitCode()).isZero();
        assertThat(same.out())
                .startsWith("1 case, 1 with an expectation, 0 differences.")
                .doesNotContain("BREACH");
        assertThat(Invocation.of("verdict", file(CASES.formatted("BREACH")), "--verbose")
                        .out())
                .contains("RU-LOCAL", "BREACH", "unreviewed");
        Invocation different = Invocation.of("verdict", file(CASES.formatted("COMPLIANT")));
        assertThat(different.exitCode()).isEqualTo(1);
        assertThat(different.out())
                .startsWith("1 case, 1 with an expectation, 1 difference.")
                .contains("BREACH");
        assertThat(different.err()).contains("first-day: RU-LOCAL is BREACH, expected COMPLIANT");
    }

    @Test
    void jsonIsOneArrayOfFindings() throws IOException {
        Invocation json = Invocation.of("verdict", file(CASES.formatted("BREACH")), "--json");
        assertThat(json.out())
                .startsWith("[")
                .contains("\"case\" : \"first-day\"", "\"law\" : \"RU-LOCAL\"", "\"p\" : 1.0");
    }

    @Test
    void faultsEndWith65AndAMissingFileWith66() throws IOException {
        Invocation invalid =
                Invocation.of("verdict", file(CASES.formatted("BREACH").replace("data: contacts", "data: contatcs")));
        assertThat(invalid.exitCode()).isEqualTo(65);
        assertThat(invalid.err()).contains("cases.yaml:5:", "unknown data class 'contatcs'");
        assertThat(Invocation.of("verdict", folder.resolve("nowhere.yaml").toString())
                        .exitCode())
                .isEqualTo(66);
        assertThat(Invocation.of("verdict", file(CASES.formatted("BREACH").replace("RU-LOCAL", "RU-LOCALE")))
                        .exitCode())
                .isEqualTo(65);
    }

    @Test
    void lawsAreListedAndShown() {
        assertThat(Invocation.of("catalogue", "laws").out()).contains("EU-GDPR", "RU-LOCAL", "mechanism:", "scc");
        assertThat(Invocation.of("catalogue", "laws", "ru-local").out())
                .contains("version 2015", "local-first", "RUB 6000000", "unreviewed", "[to verify]");
        assertThat(Invocation.of("catalogue", "laws", "IN", "--json").out()).contains("\"law\" : \"IN-SPDI\"");
        assertThat(Invocation.of("catalogue", "laws", "atlantis").exitCode()).isEqualTo(2);
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("cases.yaml"), text).toString();
    }
}
