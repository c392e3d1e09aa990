package dev.accord.contracts.pact;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One interaction of a pact. What all kinds have in common is in {@link #head()}. */
public sealed interface Interaction {

    /** Returns what identifies the interaction. */
    Head head();

    /**
     * What identifies an interaction.
     *
     * @param index position in the file, from 0; V3 messages count on after the HTTP interactions
     * @param description the description, empty when the file has none
     * @param key the V4 key, or null
     * @param states the provider states in their order
     * @param pending whether the file itself calls the interaction pending (V4)
     */
    record Head(int index, String description, @Nullable String key, List<ProviderState> states, boolean pending) {
        public Head {
            states = List.copyOf(states);
        }
    }

    /** A request that the consumer sends and the response that it expects. */
    record Http(Head head, Request request, Response response) implements Interaction {}

    /** A message that the consumer expects to receive. */
    record AsynchronousMessage(Head head, Message message) implements Interaction {}

    /** A message that the consumer sends and the messages that it expects in return. */
    record SynchronousMessage(Head head, Message request, List<Message> responses) implements Interaction {
        public SynchronousMessage {
            responses = List.copyOf(responses);
        }
    }

    /**
     * An interaction of which nothing can be said, because a plugin owns it or because its type is not known.
     *
     * @param type the type as the file spells it
     * @param reason why it cannot be read, a sentence part
     */
    record Opaque(Head head, String type, String reason) implements Interaction {}

    /**
     * A request as the consumer sends it.
     *
     * @param method in upper case
     * @param path without the query
     * @param query decoded values by decoded name, in the order of the file
     * @param headers values by name as written
     */
    record Request(
            String method,
            String path,
            Map<String, List<String>> query,
            Map<String, List<String>> headers,
            Body body,
            MatchingRules rules,
            Generators generators) {
        public Request {
            query = Copies.ofLists(query);
            headers = Copies.ofLists(headers);
        }
    }

    /** A response as the consumer expects it. */
    record Response(
            int status, Map<String, List<String>> headers, Body body, MatchingRules rules, Generators generators) {
        public Response {
            headers = Copies.ofLists(headers);
        }
    }

    /** The contents and the metadata of a message. */
    record Message(Body contents, Map<String, String> metadata, MatchingRules rules, Generators generators) {
        public Message {
            metadata = Copies.of(metadata);
        }
    }
}
