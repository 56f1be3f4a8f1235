package dev.multisite.cli;

import picocli.CommandLine.IVersionProvider;

/** The version in the manifest of the packaged program. */
final class VersionProvider implements IVersionProvider {
    static String version() {
        String version = VersionProvider.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"multisite " + version(), "Java ${java.version}, ${os.name} ${os.arch}"};
    }
}
