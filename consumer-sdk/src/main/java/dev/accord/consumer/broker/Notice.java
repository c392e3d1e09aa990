package dev.accord.consumer.broker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/**
 * A sentence that a broker has for the person who reads the build's log.
 *
 * @param type {@code debug}, {@code info}, {@code success}, {@code warning}, {@code prompt}, {@code error} or {@code
 *     danger}; others may come
 * @param text the sentence; may have line breaks
 */
public record Notice(String type, String text) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Returns the notices of an answer in the broker's order; none when it is not JSON or has none. */
    public static List<Notice> of(BrokerResponse response) {
        List<Notice> notices = new ArrayList<>();
        try {
            for (JsonNode notice : JSON.readTree(response.body()).path("notices")) {
                notices.add(new Notice(
                        notice.path("type").asText("info"), notice.path("text").asText("")));
            }
        } catch (JsonProcessingException notJson) {
            // The action itself succeeded; an answer without readable notices has none to show.
            return List.of();
        }
        return List.copyOf(notices);
    }
}
