package dev.multisite.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;

/** What one command did. */
record Invocation(int exitCode, String out, String err) {
    static Invocation of(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] texts = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
        PrintWriter outWriter = new PrintWriter(out);
        PrintWriter errWriter = new PrintWriter(err);
        int exitCode = Multisite.run(outWriter, errWriter, texts);
        outWriter.flush();
        errWriter.flush();
        return new Invocation(exitCode, out.toString(), err.toString());
    }
}
