package dev.accord.contracts.openapi;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A kind of credentials.
 *
 * @param name the name of the component
 * @param type {@code apiKey}, {@code http}, {@code oauth2}, {@code openIdConnect} or {@code mutualTLS}; Swagger 2.0's
 *     {@code basic} is {@code http}
 * @param in where an API key is sent; null for the other types
 * @param parameterName the name of the header, query parameter or cookie of an API key; null for the other types
 * @param scheme the HTTP scheme, lower case; null for the other types
 * @param openIdConnectUrl the discovery URL; null for the other types
 * @param flows the flows of OAuth 2 by the names of OpenAPI 3
 * @param source where it stands
 */
public record SecurityScheme(
        String name,
        String type,
        @Nullable String in,
        @Nullable String parameterName,
        @Nullable String scheme,
        @Nullable String openIdConnectUrl,
        Map<String, OAuthFlow> flows,
        Source source) {

    /**
     * A flow of OAuth 2.
     *
     * @param authorizationUrl the authorization endpoint; null where the flow has none
     * @param tokenUrl the token endpoint; null where the flow has none
     * @param refreshUrl the refresh endpoint; null where none is given
     * @param scopes descriptions by scope
     */
    public record OAuthFlow(
            @Nullable String authorizationUrl,
            @Nullable String tokenUrl,
            @Nullable String refreshUrl,
            Map<String, String> scopes) {}
}
