package dev.accord.broker.hal;

import java.nio.charset.StandardCharsets;

/**
 * Every URL that the broker writes. Path segments are percent-encoded with the unreserved set of RFC 3986 left alone.
 *
 * @param base public base URL without trailing slash
 */
public record BrokerUrls(String base) {

    private static final String UNRESERVED = "-._~";
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    /** A URL made of the given segments, each encoded; no segments: the base itself. */
    public String path(String... segments) {
        StringBuilder url = new StringBuilder(base);
        for (String segment : segments) {
            url.append('/');
            encode(segment, url);
        }
        return url.toString();
    }

    /** One path segment or query value, percent-encoded. */
    public static String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length() + 8);
        encode(text, encoded);
        return encoded.toString();
    }

    private static void encode(String text, StringBuilder to) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (plain(c)) {
                to.append(c);
            } else if (c < 0x80) {
                hex((byte) c, to);
            } else {
                int codePoint = text.codePointAt(i);
                for (byte b : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
                    hex(b, to);
                }
                i += Character.charCount(codePoint) - 1;
            }
        }
    }

    private static boolean plain(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || UNRESERVED.indexOf(c) >= 0;
    }

    private static void hex(byte b, StringBuilder to) {
        to.append('%').append(HEX[(b >> 4) & 0xF]).append(HEX[b & 0xF]);
    }

    /** A pacticipant. */
    public String pacticipant(String name) {
        return path("pacticipants", name);
    }

    /** A pacticipant version. */
    public String version(String pacticipant, String number) {
        return path("pacticipants", pacticipant, "versions", number);
    }

    /** A tag of a version. */
    public String tag(String pacticipant, String number, String tag) {
        return path("pacticipants", pacticipant, "versions", number, "tags", tag);
    }

    /** A branch. */
    public String branch(String pacticipant, String branch) {
        return path("pacticipants", pacticipant, "branches", branch);
    }

    /** A version on a branch. */
    public String branchVersion(String pacticipant, String branch, String number) {
        return path("pacticipants", pacticipant, "branches", branch, "versions", number);
    }

    /** A label of a pacticipant. */
    public String label(String pacticipant, String label) {
        return path("pacticipants", pacticipant, "labels", label);
    }

    /** An environment. */
    public String environment(String uuid) {
        return path("environments", uuid);
    }

    /** A deployed version. */
    public String deployedVersion(String uuid) {
        return path("deployed-versions", uuid);
    }

    /** A released version. */
    public String releasedVersion(String uuid) {
        return path("released-versions", uuid);
    }

    /** All that is between a consumer and a provider: the prefix of the pact URLs. */
    public String pair(String provider, String consumer) {
        return path("pacts", "provider", provider, "consumer", consumer);
    }

    /** The pact of a consumer version with a provider. */
    public String pact(String provider, String consumer, String consumerVersion) {
        return path("pacts", "provider", provider, "consumer", consumer, "version", consumerVersion);
    }

    /** A pact content. */
    public String pactVersion(String provider, String consumer, String sha) {
        return path("pacts", "provider", provider, "consumer", consumer, "pact-version", sha);
    }

    /** A verification result of a pact content. */
    public String verificationResult(String provider, String consumer, String sha, long number) {
        return pactVersion(provider, consumer, sha) + "/verification-results/" + number;
    }

    /** A webhook. */
    public String webhook(String uuid) {
        return path("webhooks", uuid);
    }

    /** The latest verification results of a consumer version's pacts. */
    public String verificationSummary(String consumer, String number) {
        return path("verification-results", "consumer", consumer, "version", number, "latest");
    }

    /** The dashboard of a pair. */
    public String dashboard(String provider, String consumer) {
        return path("dashboard", "provider", provider, "consumer", consumer);
    }

    /** The matrix of a pair. */
    public String matrix(String provider, String consumer) {
        return path("matrix", "provider", provider, "consumer", consumer);
    }

    /** A pair itself, to delete all that is between its two sides. */
    public String integration(String provider, String consumer) {
        return path("integrations", "provider", provider, "consumer", consumer);
    }

    /** The webhooks for exactly a pair. */
    public String pairWebhooks(String provider, String consumer) {
        return path("webhooks", "provider", provider, "consumer", consumer);
    }

    /** The pacticipants with a label. */
    public String pacticipantsWithLabel(String label) {
        return path("pacticipants", "label", label);
    }
}
