package dev.multisite.experiment;

/** A replication broke off: a bug, since every scenario that was read can be simulated. */
public final class ReplicationFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReplicationFailedException(String architecture, int replication, Throwable cause) {
        super("replication " + (replication + 1) + " of architecture '" + architecture + "' failed: " + cause, cause);
    }
}
