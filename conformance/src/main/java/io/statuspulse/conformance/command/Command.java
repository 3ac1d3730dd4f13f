package io.statuspulse.conformance.command;

import io.statuspulse.simulator.delivery.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A command as a user types it: it is split at spaces, quotes keep a word together, no shell is involved. */
public final class Command {
    /** Possessive throughout: otherwise each character of a word takes a frame of the stack. */
    private static final Pattern WORD = Pattern.compile("\\G\\s*((?:[^\\s'\"]++|'[^']*+'|\"[^\"]*+\")++)");

    private static final Pattern QUOTED = Pattern.compile("'([^']*)'|\"([^\"]*)\"");
    private static final Pattern NAME = Pattern.compile("\\{([a-z_]+)\\}");

    private final String text;
    private final List<String> words;

    private Command(String text, List<String> words) {
        this.text = text;
        this.words = List.copyOf(words);
    }

    /**
     * Splits a command.
     *
     * @param name what it is for, named in errors
     * @throws IllegalArgumentException if it is blank or a quote is not closed
     */
    public static Command parse(String name, String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        int end = 0;
        while (word.find()) {
            words.add(QUOTED.matcher(word.group(1))
                    .replaceAll(quoted -> Matcher.quoteReplacement(
                            Optional.ofNullable(quoted.group(1)).orElse(String.valueOf(quoted.group(2))))));
            end = word.end();
        }
        if (words.isEmpty()) {
            throw new IllegalArgumentException(name + ": the command is blank");
        }
        if (!text.substring(end).isBlank()) {
            throw new IllegalArgumentException(name + ": '" + Printable.of(text) + "' has a quote that is not closed");
        }
        return new Command(text, words);
    }

    /** What it is split into, at least one word; names in braces are as they were typed. */
    public List<String> words() {
        return words;
    }

    /**
     * Returns its words with values in place of their names in braces, each in one pass: a value that holds a name in
     * braces stays as it is, and so does a name that has no value.
     */
    public List<String> filled(Map<String, String> values) {
        return words.stream().map(word -> filled(word, values)).toList();
    }

    private static String filled(String word, Map<String, String> values) {
        return NAME.matcher(word)
                .replaceAll(name -> Matcher.quoteReplacement(values.getOrDefault(name.group(1), name.group())));
    }

    /** What was typed. */
    @Override
    public String toString() {
        return text;
    }
}
