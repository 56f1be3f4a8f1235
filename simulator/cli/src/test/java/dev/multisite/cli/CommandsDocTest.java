package dev.multisite.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

/** Keeps {@code simulator/docs/commands.md} as the commands' own help says. */
class CommandsDocTest {
    @Test
    void commandsPageIsCurrent() throws IOException {
        Path actual = Files.writeString(Path.of("target", "commands.md"), page());
        assertThat(Path.of("..", "docs", "commands.md"))
                .as("copy " + actual.toAbsolutePath() + " to simulator/docs/commands.md")
                .hasSameTextualContentAs(actual);
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # Commands

                The help of every command, as the program prints it. Problems and progress go to standard error, results
                to standard output. `NO_COLOR` turns colours off; in a pipe there are none, and no progress bar.

                TAB completion in bash and zsh, for this shell and then for all later ones:

                    source <(./multisite generate-completion)
                    ./multisite generate-completion > ~/.local/share/bash-completion/completions/multisite

                Manual pages, to read and to install:

                    ./multisite man run | man -l -
                    ./multisite man run > ~/.local/share/man/man1/multisite-run.1

                """);
        CommandLine program = new CommandLine(new Multisite());
        section(page, program, "multisite");
        program.getSubcommands().forEach((name, command) -> section(page, command, "multisite " + name));
        return page.toString();
    }

    private static void section(StringBuilder page, CommandLine command, String name) {
        StringWriter help = new StringWriter();
        command.setUsageHelpWidth(100).usage(new PrintWriter(help), CommandLine.Help.Ansi.OFF);
        page.append("## ").append(name).append("\n\n```\n");
        page.append(help.toString().replace("\r\n", "\n").stripTrailing()).append("\n```\n\n");
    }
}
