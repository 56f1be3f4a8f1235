package dev.multisite.cli;

import java.io.Console;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** What standard output is connected to. */
final class Terminal {
    private Terminal() {}

    /** Returns whether a person watches: since JDK 22 there may be a console without a terminal. */
    @SuppressWarnings("SystemConsoleNull") // both behaviours are handled
    static boolean isInteractive() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    /** Returns whether to colour: on a terminal, unless the user said no (no-color.org). */
    static boolean hasColour() {
        String noColor = System.getenv("NO_COLOR");
        return isInteractive() && (noColor == null || noColor.isEmpty()) && !"dumb".equals(System.getenv("TERM"));
    }

    /** Results are UTF-8 wherever they go. */
    static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
