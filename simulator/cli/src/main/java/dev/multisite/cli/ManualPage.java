package dev.multisite.cli;

import java.util.List;
import java.util.Map;

import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A command's help as a manual page: roff with the man macros, which every Unix renders. */
final class ManualPage {
    private final CommandSpec command;
    private final StringBuilder page = new StringBuilder();

    private ManualPage(CommandSpec command) {
        this.command = command;
    }

    static String of(CommandSpec command, String version) {
        ManualPage manual = new ManualPage(command);
        String name = command.qualifiedName("-");
        manual.page
                .append(".TH \"")
                .append(escaped(name.toUpperCase(java.util.Locale.ROOT)))
                .append("\" 1 \"\" \"")
                .append(escaped(version))
                .append("\"\n");
        String description = text(command.usageMessage().description());
        manual.section(
                "NAME", name + " - " + description.replaceFirst("[.:] .*", "").replaceFirst("\\.$", ""));
        manual.section(
                "SYNOPSIS",
                new Help(command, Help.defaultColorScheme(Ansi.OFF)).synopsis(0).strip());
        manual.section("DESCRIPTION", description);
        manual.arguments();
        manual.subcommands();
        manual.exitCodes();
        return manual.page.toString();
    }

    private static String text(String... lines) {
        return String.join(" ", lines).replace("%n", " ").replace("%%", "%").strip();
    }

    private void section(String title, String body) {
        page.append(".SH ").append(title).append('\n').append(escaped(body)).append('\n');
    }

    private void arguments() {
        List<PositionalParamSpec> positionals = command.positionalParameters();
        List<OptionSpec> options =
                command.options().stream().filter(option -> !option.hidden()).toList();
        if (!positionals.isEmpty()) {
            page.append(".SH ARGUMENTS\n");
            positionals.forEach(argument -> item(argument.paramLabel(), description(argument)));
        }
        if (!options.isEmpty()) {
            page.append(".SH OPTIONS\n");
            options.forEach(option -> item(
                    String.join(", ", option.names()) + (option.arity().max() > 0 ? " " + option.paramLabel() : ""),
                    description(option)));
        }
    }

    private static String description(ArgSpec argument) {
        return text(argument.description());
    }

    private void subcommands() {
        if (command.subcommands().isEmpty()) {
            return;
        }
        page.append(".SH COMMANDS\n");
        command.subcommands()
                .forEach((name, subcommand) -> item(
                        name, text(subcommand.getCommandSpec().usageMessage().description())));
    }

    private void exitCodes() {
        Map<String, String> codes = command.root().usageMessage().exitCodeList();
        page.append(".SH EXIT STATUS\n");
        codes.forEach((code, meaning) -> item(code.strip(), meaning));
    }

    private void item(String name, String meaning) {
        page.append(".TP\n.B ")
                .append(escaped(name))
                .append('\n')
                .append(escaped(meaning))
                .append('\n');
    }

    /** A line that begins with a point or an apostrophe would be a request. */
    private static String escaped(String text) {
        String plain = text.replace("\\", "\\e").replace("-", "\\-");
        return plain.replaceAll("(?m)^(?=[.'])", "\\\\&");
    }
}
