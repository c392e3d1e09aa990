package dev.accord.broker.integration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What integrations connect: groups, and their comma-separated form. */
public final class Network {

    private Network() {}

    /**
     * The integrations that connect a pacticipant with others, directly or through others, found breadth first. Once
     * that many pacticipants are reached, nothing further away is looked at; the last step is taken whole.
     *
     * @param integrations    all that exist
     * @param pacticipantId   where to begin
     * @param maxPacticipants at least 1
     */
    public static List<Integration> group(List<Integration> integrations, long pacticipantId, int maxPacticipants) {
        Map<Long, List<Integration>> incident = new HashMap<>();
        for (Integration integration : integrations) {
            incident.computeIfAbsent(integration.consumerId(), id -> new ArrayList<>())
                    .add(integration);
            incident.computeIfAbsent(integration.providerId(), id -> new ArrayList<>())
                    .add(integration);
        }
        Set<Integration> found = new LinkedHashSet<>();
        Set<Long> connected = new HashSet<>(Set.of(pacticipantId));
        Set<Long> edge = Set.of(pacticipantId);
        while (!edge.isEmpty() && (connected.size() < maxPacticipants || connected.size() == 1)) {
            Set<Long> next = new LinkedHashSet<>();
            for (long id : edge) {
                for (Integration integration : incident.getOrDefault(id, List.of())) {
                    found.add(integration);
                    next.add(integration.consumerId());
                    next.add(integration.providerId());
                }
            }
            next.removeAll(connected);
            connected.addAll(next);
            edge = next;
        }
        return List.copyOf(found);
    }

    /**
     * One line a pacticipant: its key, its name, three constants, the order of its first appearance, and the keys of its
     * providers, filled with zeros so that all lines have as many fields. Empty for no integration.
     */
    public static String csv(List<Integration> integrations) {
        Map<Long, List<String>> lines = new LinkedHashMap<>();
        for (Integration integration : integrations) {
            List<String> consumer = line(lines, integration.consumerId(), integration.consumer());
            line(lines, integration.providerId(), integration.provider());
            consumer.add(Long.toString(integration.providerId()));
        }
        int width = lines.values().stream().mapToInt(List::size).max().orElse(0);
        StringBuilder csv = new StringBuilder();
        for (List<String> line : lines.values()) {
            while (line.size() < width) {
                line.add("0");
            }
            csv.append(String.join(",", line)).append('\n');
        }
        return csv.toString();
    }

    private static List<String> line(Map<Long, List<String>> lines, long id, String name) {
        return lines.computeIfAbsent(
                id,
                key -> new ArrayList<>(
                        List.of(Long.toString(id), quoted(name), "1", "1", "0", Integer.toString(lines.size() + 1))));
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                && field.equals(field.strip());
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
