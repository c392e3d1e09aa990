package dev.accord.contracts.truth;

import au.com.dius.pact.core.matchers.BodyMismatch;
import au.com.dius.pact.core.matchers.BodyTypeMismatch;
import au.com.dius.pact.core.matchers.HeaderMismatch;
import au.com.dius.pact.core.matchers.Mismatch;
import au.com.dius.pact.core.matchers.ResponseMatching;
import au.com.dius.pact.core.matchers.StatusMismatch;
import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.HttpResponse;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.SynchronousRequestResponse;
import au.com.dius.pact.core.support.json.JsonException;
import au.com.dius.pact.core.support.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What pact-jvm says of answers to the one interaction of a pact. */
final class PactMatching {

    private final Pact pact;
    private final SynchronousRequestResponse interaction;
    private final Map<String, String> expected;
    private final Set<String> ruled;

    PactMatching(Contract contract, String text) {
        this.expected = contract.response().headers();
        this.ruled = ruled(contract);
        this.pact =
                DefaultPactReader.INSTANCE.loadPact(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        this.interaction = (SynchronousRequestResponse) pact.getInteractions().get(0);
    }

    /**
     * Returns where an answer is refused: place, kind of value and value there, or {@code missing}. Places start with
     * {@code status}, {@code content-type}, {@code header} or, for the body, {@code $}; elements of arrays are {@code *}.
     */
    Set<String> refusals(Answer answer) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        answer.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        OptionalBody body = OptionalBody.missing();
        if (answer.contentType() != null) {
            headers.put("Content-Type", List.of(answer.contentType()));
        }
        if (answer.body() != null && answer.contentType() != null) {
            String text = Media.isJson(answer.contentType())
                    ? answer.body().toString()
                    : answer.body().asText();
            body = OptionalBody.body(text, new ContentType(answer.contentType()));
        }
        HttpResponse actual = new HttpResponse(answer.status(), headers, body);
        Set<String> places = new TreeSet<>();
        try {
            ResponseMatching.responseMismatches(pact, interaction, actual, Map.of())
                    .forEach(m -> add(places, m, headers));
            kinds(places, answer);
        } catch (JsonException otherText) {
            places.add("content-type text " + answer.contentType());
        }
        return places;
    }

    /** Headers for which the consumer says which texts it takes. */
    private static Set<String> ruled(Contract contract) {
        Set<String> names = new HashSet<>();
        contract.response().headers().keySet().stream()
                .filter(name -> Contract.matchers(contract.responseRules(), "header", name)
                        .path(0)
                        .has("regex"))
                .forEach(names::add);
        return names;
    }

    /**
     * To a pact every header is a text; its consumer reads what it looked like. So a header of another kind is refused, unless
     * the consumer says which texts it takes.
     */
    private void kinds(Set<String> places, Answer answer) {
        answer.headers()
                .forEach((name, text) -> expected.forEach((other, example) -> {
                    String kind = kind(name, text);
                    if (other.equalsIgnoreCase(name) && !ruled.contains(other) && !kind.equals(Texts.kind(example))) {
                        places.add("header." + name.toLowerCase(Locale.ROOT) + " " + kind + " " + text);
                    }
                }));
    }

    /** A text is a text; what looked like a number or a boolean is one. */
    private String kind(String name, String text) {
        String example = expected.entrySet().stream()
                .filter(h -> h.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("text");
        return Texts.kind(example).equals("text") ? "text" : Texts.kind(text);
    }

    private void add(Set<String> places, Mismatch mismatch, Map<String, List<String>> sent) {
        if (mismatch instanceof StatusMismatch status) {
            places.add("status number " + status.getActual());
        } else if (mismatch instanceof HeaderMismatch header) {
            header(places, header, sent);
        } else if (mismatch instanceof BodyTypeMismatch type) {
            places.add("content-type text " + type.getActual());
        } else if (mismatch instanceof BodyMismatch body) {
            body(places, body);
        } else {
            throw new IllegalStateException("a mismatch of another kind: " + mismatch);
        }
    }

    private void header(Set<String> places, HeaderMismatch header, Map<String, List<String>> sent) {
        String name = header.getHeaderKey().toLowerCase(Locale.ROOT);
        boolean missing = sent.keySet().stream().noneMatch(name::equalsIgnoreCase);
        String place = name.equals("content-type") ? name : "header." + name;
        // A pact without a rule takes one text only: of all others, none is more refused than the rest.
        String kind = ruled.stream().anyMatch(name::equalsIgnoreCase) ? kind(name, header.getActual()) : "other";
        places.add(missing ? place + " missing" : place + " " + kind + " " + header.getActual());
    }

    private static void body(Set<String> places, BodyMismatch mismatch) {
        String place = mismatch.getPath().replaceAll("\\[\\d+]|\\.\\d+(?=\\.|\\[|$)", ".*");
        String said = String.valueOf(mismatch.getMismatch());
        int missing = said.indexOf("missing the following keys: ");
        if (missing < 0) {
            places.add((place.startsWith("$") ? place : "$") + " " + kind(mismatch.getActual()));
            return;
        }
        for (String key : said.substring(missing + 28).split(", ")) {
            places.add(place + "." + key + " missing");
        }
    }

    /** Whole numbers and others are of one kind: only a rule tells them apart. */
    private static String kind(@Nullable Object actual) {
        return actual instanceof JsonValue value
                ? value.type().replaceAll("Integer|Decimal", "Number") + " " + value.serialise()
                : "value";
    }
}
