package dev.accord.broker.http;

/** The versions that the broker tells of itself. */
public final class BrokerVersion {

    /** The version of the reference broker whose API is served; clients ask for features by it. */
    public static final String COMPATIBLE_WITH = "2.117.0";

    private BrokerVersion() {}
}
