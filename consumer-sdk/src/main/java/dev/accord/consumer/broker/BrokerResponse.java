package dev.accord.consumer.broker;

/**
 * What a broker answered.
 *
 * @param status the HTTP status code
 * @param body the body as text, empty when there was none
 */
public record BrokerResponse(int status, String body) {}
