package dev.accord.broker.webhook;

import dev.accord.broker.platform.Time;

/** The text about one call of a webhook's target: time-stamped lines, secrets as stars. */
final class CallLog {

    private final StringBuilder text = new StringBuilder();
    private final Time time;
    private final boolean showsResponse;

    /**
     * Begins a log.
     *
     * @param showsResponse whether what the target answers may be read by those who can define webhooks
     */
    CallLog(Time time, boolean showsResponse) {
        this.time = time;
        this.showsResponse = showsResponse;
    }

    void request(WebhookRequest request) {
        line("INFO", "HTTP/1.1 " + request.method() + " " + request.url());
        request.headers().forEach((name, value) -> line("INFO", name + ": " + value));
        String body = request.body();
        if (body != null) {
            line("INFO", body);
        }
    }

    void response(CallOutcome.Response response) {
        if (!showsResponse) {
            line("INFO", "The response is hidden because no webhook host whitelist is configured.");
            return;
        }
        line("INFO", "HTTP/1.1 " + response.status());
        response.headers().forEach((name, value) -> line("INFO", name + ": " + value));
        line("INFO", response.body());
    }

    void error(String message) {
        line("ERROR", message);
    }

    String finished(boolean success) {
        line("INFO", success ? "Webhook execution succeeded" : "Webhook execution failed");
        return text.toString();
    }

    private void line(String level, String words) {
        text.append('[')
                .append(Time.wire(time.now()))
                .append("] ")
                .append(level)
                .append(": ")
                .append(words)
                .append('\n');
    }
}
