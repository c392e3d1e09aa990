package dev.accord.contracts.openapi;

/**
 * Why a document could not be read.
 *
 * @param message what is wrong, as a sentence without the place
 * @param source where
 */
public record Problem(String message, Source source) {

    @Override
    public String toString() {
        return message + " at " + source;
    }
}
