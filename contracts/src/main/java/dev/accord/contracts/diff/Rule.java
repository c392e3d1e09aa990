package dev.accord.contracts.diff;

import org.jspecify.annotations.Nullable;

/**
 * A rule of the catalogue.
 *
 * @param id the stable id; oasdiff's where the rule is the same
 * @param level the level of every change that it finds
 * @param own whether oasdiff has no such rule
 * @param group the heading in the documentation
 * @param text the change in words, with <code>{0}</code> for what was and <code>{1}</code> for what is
 */
public record Rule(String id, Level level, boolean own, String group, String text) {

    private static final int MAX_VALUE_LENGTH = 120;

    String say(@Nullable String before, @Nullable String after) {
        return text.replace("{0}", shown(before)).replace("{1}", shown(after));
    }

    private static String shown(@Nullable String value) {
        if (value == null || value.isEmpty()) return "none";
        return value.length() > MAX_VALUE_LENGTH ? value.substring(0, MAX_VALUE_LENGTH) + "…" : value;
    }
}
