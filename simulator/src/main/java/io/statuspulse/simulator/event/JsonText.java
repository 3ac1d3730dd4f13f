package io.statuspulse.simulator.event;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON object whose members keep their order and their exact spelling, which no tree of values does.
 *
 * @param members the members in order; a name may occur twice
 */
public record JsonText(List<Member> members) {
    public static final JsonText EMPTY = new JsonText(List.of());

    /**
     * One member.
     *
     * @param name the name, unquoted
     * @param raw the value as JSON text, taken as it is
     */
    public record Member(String name, String raw) {}

    public JsonText {
        members = List.copyOf(members);
    }

    /** Replaces that member's value where it is, or appends the member. */
    public JsonText with(String name, String raw) {
        List<Member> changed = new ArrayList<>(members);
        Member member = new Member(name, raw);
        for (int i = 0; i < changed.size(); i++) {
            if (changed.get(i).name().equals(name)) {
                changed.set(i, member);
                return new JsonText(changed);
            }
        }
        changed.add(member);
        return new JsonText(changed);
    }

    /** As {@link #with}, with a string value that is quoted here. */
    public JsonText withString(String name, String value) {
        return with(name, quote(value));
    }

    /** Appends a member even where the name is there already. */
    public JsonText plus(String name, String raw) {
        List<Member> changed = new ArrayList<>(members);
        changed.add(new Member(name, raw));
        return new JsonText(changed);
    }

    public JsonText without(String name) {
        return new JsonText(
                members.stream().filter(member -> !member.name().equals(name)).toList());
    }

    public JsonText reversed() {
        List<Member> changed = new ArrayList<>(members);
        Collections.reverse(changed);
        return new JsonText(changed);
    }

    /** Returns the first value of that name as JSON text. */
    public Optional<String> raw(String name) {
        return members.stream()
                .filter(member -> member.name().equals(name))
                .map(Member::raw)
                .findFirst();
    }

    /** Returns the first value of that name with its quotes and escapes undone; empty where it is no string. */
    public Optional<String> string(String name) {
        return raw(name).flatMap(JsonText::unquote);
    }

    /** Returns the object as text in that layout. */
    public String write(JsonLayout layout) {
        return members.stream()
                .map(member -> layout.beforeMember() + quote(member.name()) + layout.colon() + member.raw())
                .collect(Collectors.joining(layout.comma(), "{", layout.beforeEnd() + "}"));
    }

    private static Optional<String> unquote(String raw) {
        if (raw.length() >= 2 && raw.startsWith("\"") && raw.endsWith("\"") && isPlain(raw, 1, raw.length() - 1)) {
            return Optional.of(raw.substring(1, raw.length() - 1));
        }
        try {
            JsonNode value = JsonMapper.shared().readTree(raw);
            return value.isString() ? Optional.of(value.asString()) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Returns the text as a JSON string. */
    public static String quote(String text) {
        if (isPlain(text, 0, text.length())) {
            return '"' + text + '"';
        }
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + '"';
    }

    /** Whether a JSON string holds those characters as they are, as nearly all do: a parser takes its time to load. */
    private static boolean isPlain(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }
}
