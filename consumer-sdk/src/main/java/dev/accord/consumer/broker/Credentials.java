package dev.accord.consumer.broker;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** How a client proves who it is. Printing one shows no secret. */
public sealed interface Credentials {

    /** Returns the value of the {@code Authorization} header; empty for none. It is a secret. */
    Optional<String> authorization();

    /** No credentials. */
    record None() implements Credentials {

        @Override
        public Optional<String> authorization() {
            return Optional.empty();
        }
    }

    /**
     * A bearer token.
     *
     * @param token the token, without the word before it
     */
    record Token(String token) implements Credentials {

        @Override
        public Optional<String> authorization() {
            return Optional.of("Bearer " + token);
        }

        @Override
        public String toString() {
            return "a token";
        }
    }

    /**
     * A user name and password.
     *
     * @param user the user name, without a colon
     * @param password the password
     */
    record Basic(String user, String password) implements Credentials {

        @Override
        public Optional<String> authorization() {
            byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
            return Optional.of("Basic " + Base64.getEncoder().encodeToString(both));
        }

        @Override
        public String toString() {
            return "user name " + user;
        }
    }
}
