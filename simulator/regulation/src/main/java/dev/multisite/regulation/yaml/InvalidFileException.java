package dev.multisite.regulation.yaml;

import java.util.List;
import java.util.stream.Collectors;

/** A catalogue or case file cannot be used; the message lists every fault with its place, one per line. */
public final class InvalidFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /** Creates the exception from at least one fault. */
    public InvalidFileException(List<Fault> faults) {
        super(faults.stream().map(Fault::text).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
