package dev.multisite.cli;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class ManualPageTest {
    @Test
    void everyCommandHasAPageWithItsOptions() {
        for (String name : new CommandLine(new Multisite()).getSubcommands().keySet()) {
            Invocation page = Invocation.of("man", name);
            assertThat(page.exitCode()).as(page.err()).isZero();
            assertThat(page.out())
                    .startsWith(".TH \"MULTISITE\\-" + name.replace("-", "\\-").toUpperCase(java.util.Locale.ROOT))
                    .contains(".SH NAME\nmultisite\\-", ".SH SYNOPSIS\nmultisite ", ".SH EXIT STATUS\n")
                    .doesNotContain("\u001b", "@|", "%n");
        }
        assertThat(Invocation.of("man", "run").out())
                .contains(".TP\n.B \\-\\-set PATH=VALUE\nReplace a value of the scenario");
    }

    @Test
    void theProgramsPageNamesItsCommands() {
        assertThat(Invocation.of("man").out()).contains(".SH COMMANDS\n.TP\n.B run\nSimulates every architecture");
    }

    @Test
    void anUnknownCommandIsNamed() {
        Invocation done = Invocation.of("man", "runn");
        assertThat(done.exitCode()).isEqualTo(2);
        assertThat(done.err()).contains("no command 'runn'", "run, ");
    }

    @Test
    void completionKnowsTheCommands() {
        assertThat(Invocation.of("generate-completion").out()).contains("--fail-on-objectives", "optimize");
    }
}
