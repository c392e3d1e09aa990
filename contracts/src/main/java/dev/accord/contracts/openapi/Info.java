package dev.accord.contracts.openapi;

/**
 * What a document says of itself.
 *
 * @param title the title, empty where there is none
 * @param version the version of the API (not of OpenAPI), empty where there is none
 * @param source where it stands
 */
public record Info(String title, String version, Source source) {}
