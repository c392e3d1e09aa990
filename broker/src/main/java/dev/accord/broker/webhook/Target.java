package dev.accord.broker.webhook;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What can be said of a webhook's address before it is called. */
final class Target {

    static final Pattern PARAMETER = Pattern.compile("\\$\\{pactbroker\\.([A-Za-z0-9_]+)\\}");
    private static final Pattern PARTS = Pattern.compile("([A-Za-z][A-Za-z0-9+.\\-]*)://([^/?#]*)(.*)", Pattern.DOTALL);

    private Target() {}

    /** The address with placeholders for its parameters; null when it is no absolute address with a host. */
    static @Nullable URI address(String url) {
        try {
            URI address = new URI(PARAMETER.matcher(url).replaceAll("p"));
            return address.getScheme() != null && address.getHost() != null ? address : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** Whether a parameter stands in the host, so that whoever can choose its value chooses the target. */
    static boolean parameterInHost(String url) {
        Matcher parts = PARTS.matcher(url);
        return parts.matches() && parts.group(2).contains("${");
    }

    /** Whether an address belongs to this machine or to a network that is not public. */
    static boolean internal(InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return true;
        }
        byte[] bytes = address.getAddress();
        return switch (address) {
            case Inet4Address four -> internal(bytes[0] & 0xFF, bytes[1] & 0xFF);
            case Inet6Address six -> internalV6(bytes);
            default -> true;
        };
    }

    /** "This network", carrier-grade NAT, protocol assignments, benchmarks, and reserved addresses. */
    private static boolean internal(int first, int second) {
        return first == 0
                || first == 100 && second >= 64 && second < 128
                || first == 192 && second == 0
                || first == 198 && (second == 18 || second == 19)
                || first >= 240;
    }

    /** Unique local addresses, and IPv4 addresses in any of the IPv6 wrappings that a gateway would unpack. */
    private static boolean internalV6(byte[] bytes) {
        if ((bytes[0] & 0xFE) == 0xFC) {
            return true;
        }
        boolean nat64 = bytes[0] == 0 && bytes[1] == 0x64 && (bytes[2] & 0xFF) == 0xFF && (bytes[3] & 0xFF) == 0x9B;
        boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
        boolean compatible = true;
        for (int i = 0; i < 10; i++) {
            compatible &= bytes[i] == 0;
        }
        return nat64 || sixToFour || compatible;
    }
}
