package dev.accord.broker.plan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Strongly connected groups of a directed graph (Tarjan 1972), without recursion, so that a chain of any length is fine.
 * Groups are numbered in reverse topological order: an edge leads to the same or a lower number.
 */
final class Groups {

    private final List<String> names;
    private final Map<String, List<String>> edges;
    private final Map<String, Integer> index = new HashMap<>();
    private final Map<String, Integer> low = new HashMap<>();
    private final Map<String, Integer> group = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private int groups;

    Groups(List<String> names, Map<String, List<String>> edges) {
        this.names = names;
        this.edges = edges;
    }

    /** The group number of each name. */
    Map<String, Integer> find() {
        for (String name : names) {
            if (!index.containsKey(name)) {
                visit(name);
            }
        }
        return group;
    }

    private record Frame(String name, Iterator<String> rest) {}

    private void visit(String start) {
        Deque<Frame> frames = new ArrayDeque<>();
        frames.push(enter(start));
        while (!frames.isEmpty()) {
            Frame frame = frames.element();
            if (frame.rest().hasNext()) {
                String next = frame.rest().next();
                if (!index.containsKey(next)) {
                    frames.push(enter(next));
                } else if (!group.containsKey(next)) {
                    lower(frame.name(), index.getOrDefault(next, 0));
                }
            } else {
                frames.pop();
                leave(frame.name());
                if (!frames.isEmpty()) {
                    lower(frames.element().name(), low.getOrDefault(frame.name(), 0));
                }
            }
        }
    }

    private Frame enter(String name) {
        int number = index.size();
        index.put(name, number);
        low.put(name, number);
        open.push(name);
        return new Frame(name, edges.getOrDefault(name, List.of()).iterator());
    }

    private void lower(String name, int to) {
        low.merge(name, to, Math::min);
    }

    private void leave(String name) {
        if (!index.getOrDefault(name, 0).equals(low.getOrDefault(name, 0))) {
            return;
        }
        String member;
        do {
            member = open.pop();
            group.put(member, groups);
        } while (!member.equals(name));
        groups++;
    }
}
