package dev.accord.broker.platform;

/** The tenant that rows belong to. A single-team installation has one, {@link #DEFAULT}. */
public final class Workspace {

    /** The id of the workspace that every installation starts with. */
    public static final int DEFAULT = 1;

    private Workspace() {}
}
