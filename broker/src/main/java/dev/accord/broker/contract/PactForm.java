package dev.accord.broker.contract;

import dev.accord.broker.hal.Call;
import java.util.Locale;

/** The forms in which a pact is given out, in the order of preference. */
enum PactForm {
    HAL("application/hal+json;charset=utf-8"),
    JSON("application/json;charset=utf-8"),
    HTML("text/html;charset=utf-8"),
    EXTENDED("application/vnd.pactbrokerextended.v1+json;charset=utf-8");

    /** The media types of all forms, for a resource method that answers in the one that {@link #of} finds. */
    static final String EXTENDED_TYPE = "application/vnd.pactbrokerextended.v1+json;charset=utf-8";

    static final String JSON_TYPE = "application/json;charset=utf-8";
    static final String HTML_TYPE = "text/html;charset=utf-8";

    private final String contentType;

    PactForm(String contentType) {
        this.contentType = contentType;
    }

    /** The content type exactly as sent. */
    String contentType() {
        return contentType;
    }

    /** The form that the client of a request likes best; among equals the first one. */
    static PactForm of(Call call) {
        String accept = call.accept();
        PactForm best = HAL;
        double most = 0;
        for (PactForm form : values()) {
            double weight = weight(form.contentType.substring(0, form.contentType.indexOf(';')), accept);
            if (weight > most) {
                most = weight;
                best = form;
            }
        }
        return best;
    }

    /** How much a media type is liked: the weight of the most specific range that covers it, 0 when none does. */
    private static double weight(String type, String accept) {
        if (accept.isBlank()) {
            return 1;
        }
        int specificity = -1;
        double weight = 0;
        for (String range : accept.toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = range.strip().split(";");
            String name = parts[0].strip();
            int covers = name.equals(type)
                    ? 2
                    : name.equals(type.substring(0, type.indexOf('/')) + "/*") ? 1 : name.equals("*/*") ? 0 : -1;
            if (covers > specificity) {
                specificity = covers;
                weight = quality(parts);
            }
        }
        return weight;
    }

    private static double quality(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.startsWith("q=")) {
                try {
                    return Double.parseDouble(parameter.substring(2));
                } catch (NumberFormatException e) {
                    return 0;
                }
            }
        }
        return 1;
    }
}
