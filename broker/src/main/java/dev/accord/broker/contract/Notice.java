package dev.accord.broker.contract;

/**
 * A line that a client prints after publishing.
 *
 * @param type how it is shown: debug, info, success, warning, prompt or error
 * @param text for people; may span lines
 */
record Notice(String type, String text) {

    static Notice debug(String text) {
        return new Notice("debug", text);
    }

    static Notice info(String text) {
        return new Notice("info", text);
    }

    static Notice success(String text) {
        return new Notice("success", text);
    }

    static Notice warning(String text) {
        return new Notice("warning", text);
    }

    static Notice prompt(String text) {
        return new Notice("prompt", text);
    }

    static Notice error(String text) {
        return new Notice("error", text);
    }
}
