package dev.accord.verifier.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar's manifest. */
final class AccordVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = AccordVersion.class.getPackage().getImplementationVersion();
        return new String[] {"accord " + (version == null ? "(not built as a jar)" : version)};
    }
}
