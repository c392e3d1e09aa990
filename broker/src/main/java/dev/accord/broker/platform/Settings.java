package dev.accord.broker.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/**
 * The broker's settings, under the names of the reference broker's environment variables: the key
 * {@code pact-broker.base-url} is {@code PACT_BROKER_BASE_URL}.
 */
@ConfigMapping(prefix = "pact-broker")
public interface Settings {

    /** Public base URL or several, separated by spaces; absent: links follow the request. */
    Optional<String> baseUrl();

    /** The same under its plural name. */
    Optional<String> baseUrls();

    /** Whether a published content may be replaced for the same consumer version; off: such a publication is refused. */
    @WithDefault("false")
    boolean allowDangerousContractModification();

    /** Whether names that differ from an existing one only in case, separators or filler words are refused. */
    @WithDefault("true")
    boolean checkForPotentialDuplicatePacticipantNames();

    /** Whether only interactions, messages and specification version decide whether two contents are equal. */
    @WithDefault("true")
    boolean baseEqualityOnlyOnContentThatAffectsVerificationResults();

    /** Whether the first tag of a fresh version without branch also puts it on a branch of that name. */
    @WithDefault("true")
    boolean useFirstTagAsBranch();

    /** How fresh, in seconds, a version must be for that. */
    @WithDefault("10")
    int useFirstTagAsBranchTimeLimit();

    /** Whether the first branch or tag with a usual main branch name becomes the pacticipant's main branch. */
    @WithDefault("true")
    boolean autoDetectMainBranch();

    /** The usual main branch names, separated by spaces. */
    @WithDefault("develop main master")
    String mainBranchCandidates();

    /** Whether a tag named like an environment also records a deployment there. */
    @WithDefault("true")
    boolean createDeployedVersionsForTags();

    /** HTTP methods that webhooks may use, separated by spaces. */
    @WithDefault("POST")
    String webhookHttpMethodWhitelist();

    /** URL schemes that webhooks may use, separated by spaces. */
    @WithDefault("https")
    String webhookSchemeWhitelist();

    /** Hosts that webhooks may call, separated by spaces; absent: any. */
    Optional<String> webhookHostWhitelist();

    /** HTTP status codes that mean that a webhook's call has succeeded, separated by spaces. */
    @WithDefault("200 201 202 203 204 205 206")
    String webhookHttpCodeSuccess();

    /** {@code User-Agent} of webhooks' calls that set none themselves. */
    @WithDefault("Accord broker")
    String userAgent();

    /** Whether {@code /hal-browser} is served. */
    @WithDefault("true")
    boolean useHalBrowser();

    /** Whether {@code /diagnostic} is served. */
    @WithDefault("true")
    boolean enableDiagnosticEndpoints();

    /** Days that a successful result from another branch keeps a pact out of work in progress. */
    @WithDefault("30")
    int verifiedByOtherBranchLookbackDays();

    /** Whether the broker works out since when pacts are work in progress, whatever the client says. */
    @WithDefault("false")
    boolean dynamicWipWindow();

    /** Longest such window, in days. */
    @WithDefault("14")
    int maxWipLookbackDays();

    /** Shortest such window, in days. */
    @WithDefault("7")
    int minWipWindowDays();

    /** The window, in days, when nothing can be worked out. */
    @WithDefault("7")
    int defaultWipWindowDays();

    /** Seconds that a textual comparison of two pacts may take. */
    @WithDefault("15")
    int pactContentDiffTimeout();

    /** Most pacticipants in a network diagram. */
    @WithDefault("150")
    int networkDiagramMaxPacticipants();

    /** {@code redirect}: badges are drawn by a service; {@code proxy}: the broker draws them itself. */
    @WithDefault("redirect")
    String badgeProviderMode();

    /** The badge service to which {@code redirect} leads; it is never called by the broker. */
    @WithDefault("https://img.shields.io")
    String shieldsIoBaseUrl();

    /** {@code Cache-Control} of badges. */
    @WithDefault("max-age=30")
    String badgeDefaultCacheSetting();

    /** The words of a setting that is a list separated by spaces. */
    static List<String> words(String setting) {
        return List.of(setting.strip().split("\\s+")).stream()
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
