package dev.accord.contracts.openapi;

import java.util.List;
import java.util.Map;

/**
 * One way to be let in: all of the schemes together. A list of these is a choice.
 *
 * @param schemes the scopes (or roles) by name of the scheme; empty where no credentials are needed
 * @param source where it stands
 */
public record SecurityRequirement(Map<String, List<String>> schemes, Source source) {}
