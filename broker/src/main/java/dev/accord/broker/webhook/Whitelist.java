package dev.accord.broker.webhook;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which calls webhooks may make. A host entry is an exact name, a name with a leading {@code *} for one label, a regular
 * expression between slashes, an IP address, or a range such as {@code 10.0.0.0/8}.
 */
final class Whitelist {

    private static final Pattern LITERAL = Pattern.compile("\\[?[0-9A-Fa-f:.]*[:.][0-9A-Fa-f:.]*\\]?");

    private final List<String> methods;
    private final List<String> schemes;
    private final List<String> hosts;

    Whitelist(List<String> methods, List<String> schemes, List<String> hosts) {
        this.methods = methods;
        this.schemes = schemes;
        this.hosts = hosts;
    }

    boolean allowsMethod(String method) {
        return methods.stream().anyMatch(method::equalsIgnoreCase);
    }

    boolean allowsScheme(String scheme) {
        return schemes.stream().anyMatch(scheme::equalsIgnoreCase);
    }

    /** Whether the host is named, or no hosts are named at all. */
    boolean allowsHost(String host) {
        return hosts.isEmpty() || names(host);
    }

    /** Whether an entry names the host, so that even a private network may be meant. */
    boolean names(String host) {
        return hosts.stream().anyMatch(entry -> matches(host.toLowerCase(Locale.ROOT), entry));
    }

    /** Whether hosts are named; only then what a target answers is shown to clients. */
    boolean hasHosts() {
        return !hosts.isEmpty();
    }

    String methods() {
        return String.join(", ", methods);
    }

    String schemes() {
        return String.join(", ", schemes);
    }

    String hosts() {
        return String.join(", ", hosts);
    }

    private static boolean matches(String host, String entry) {
        if (entry.length() > 2 && entry.startsWith("/") && entry.endsWith("/")) {
            return Pattern.compile(entry.substring(1, entry.length() - 1), Pattern.CASE_INSENSITIVE)
                    .matcher(host)
                    .find();
        }
        InetAddress address = literal(host);
        if (address != null) {
            return within(address, entry);
        }
        String name = entry.toLowerCase(Locale.ROOT);
        if (name.startsWith("*.")) {
            int dot = host.indexOf('.');
            return dot > 0 && host.substring(dot).equals(name.substring(1));
        }
        return host.equals(name);
    }

    private static boolean within(InetAddress address, String entry) {
        int slash = entry.indexOf('/');
        InetAddress network = literal(slash < 0 ? entry : entry.substring(0, slash));
        if (network == null || network.getAddress().length != address.getAddress().length) {
            return false;
        }
        int bits = network.getAddress().length * 8;
        int prefix = bits;
        if (slash >= 0) {
            String length = entry.substring(slash + 1);
            if (!length.matches("\\d{1,3}") || Integer.parseInt(length) > bits) {
                return false;
            }
            prefix = Integer.parseInt(length);
        }
        BigInteger ours = new BigInteger(1, address.getAddress()).shiftRight(bits - prefix);
        BigInteger theirs = new BigInteger(1, network.getAddress()).shiftRight(bits - prefix);
        return ours.equals(theirs);
    }

    /** The address that a text is, without asking any name server; null when it is a name. */
    private static @Nullable InetAddress literal(String text) {
        if (!LITERAL.matcher(text).matches()) {
            return null;
        }
        try {
            return InetAddress.ofLiteral(text.replaceAll("[\\[\\]]", ""));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
