package dev.multisite.regulation.evaluate;

import java.util.Collection;
import java.util.stream.Collectors;

import dev.multisite.regulation.facts.Movement;

/** Names in sentences. */
final class Words {

    private Words() {}

    /** Returns a name of the vocabulary as words. */
    static String of(String name) {
        return name.replace('-', ' ');
    }

    static String list(Collection<String> names) {
        return names.stream().map(Words::of).sorted().collect(Collectors.joining(", "));
    }

    static String of(Movement movement) {
        String from = movement.from();
        String to = movement.to();
        return switch (movement.type()) {
            case DIRECT_COLLECTION -> "devices in " + from + " send the data straight to " + to;
            case TRANSFER -> "the data are transferred from " + from + " to " + to;
            case REPLICATION -> "the data are replicated from " + from + " to " + to;
            case BACKUP -> "the data are backed up from " + from + " to " + to;
            case REMOTE_ACCESS -> "people in " + to + " can read the data kept in " + from;
            case SUPPORT -> "support staff in " + to + " can read the data kept in " + from;
            case TRANSIT -> "the data pass through " + to + " on their way";
        };
    }
}
