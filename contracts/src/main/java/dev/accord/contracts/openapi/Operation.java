package dev.accord.contracts.openapi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An operation, with everything that its path and its document say for it merged in.
 *
 * @param key method and path; for a webhook, the path is the webhook's name
 * @param operationId its id; null where there is none
 * @param tags its tags in order
 * @param lifecycle deprecation, sunset, stability
 * @param parameters its own parameters, then those of the path that it does not override
 * @param pathParameters those of the parameters that its path has for all of its operations
 * @param requestBody its body; null where there is none
 * @param responses its answers
 * @param security what lets a caller in: its own list, else the document's; empty where nothing is needed
 * @param ownSecurity whether it has a list of its own
 * @param servers where it is offered: its own servers, else the path's, else the document's
 * @param callbacks the requests that it causes, by name, then by expression
 * @param source where it stands
 */
public record Operation(
        OperationKey key,
        @Nullable String operationId,
        List<String> tags,
        Lifecycle lifecycle,
        List<Parameter> parameters,
        Set<Parameter> pathParameters,
        @Nullable RequestBody requestBody,
        Responses responses,
        List<SecurityRequirement> security,
        boolean ownSecurity,
        List<Server> servers,
        Map<String, Map<String, PathItem>> callbacks,
        Source source) {

    /** The parameter of that place and name; headers without regard to case. */
    public Optional<Parameter> parameter(ParameterLocation in, String name) {
        for (Parameter each : parameters) {
            if (each.in() != in) continue;
            if (in == ParameterLocation.HEADER
                    ? each.name().equalsIgnoreCase(name)
                    : each.name().equals(name)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
