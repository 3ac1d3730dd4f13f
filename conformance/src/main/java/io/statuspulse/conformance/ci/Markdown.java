package io.statuspulse.conformance.ci;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Texts of whomever as GitHub's dialect of Markdown shows them: as they are, on one line, and acting nowhere. What a
 * receiver answered stands in code, where nothing is a link, a mention or a reference.
 */
final class Markdown {
    private static final int MOST_PROSE = 1_000;
    private static final int MOST_CODE = 500;

    /** What is markup in the middle of a line, and what makes a link of an address (GitHub Flavored Markdown, 6.9). */
    private static final Pattern PUNCTUATION = Pattern.compile("[\\\\`*_\\[\\]|~!$]|:(?=//)|(?<=[wW]{3})\\.");

    /** Mentions, references to issues, and e-mail addresses are looked for in what is text already. */
    private static final Pattern REFERENCE = Pattern.compile("[@#]");

    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private Markdown() {}

    /** Returns words as words, outside a block of HTML. */
    static String prose(String text) {
        String line = Texts.line(text, MOST_PROSE);
        String escaped = PUNCTUATION.matcher(line).replaceAll("\\\\$0");
        return REFERENCE
                .matcher(escaped.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
                .replaceAll("$0<span></span>");
    }

    /** Returns a code span, outside a block of HTML and outside a table; nothing for nothing. */
    static String code(String text) {
        String line = Texts.line(text, MOST_CODE);
        if (line.isBlank()) {
            return "";
        }
        String fence = fence(line, 1);
        boolean padded = line.startsWith("`") || line.endsWith("`") || (line.startsWith(" ") && line.endsWith(" "));
        String pad = padded ? " " : "";
        return fence + pad + line + pad + fence;
    }

    /** Returns code inside a block of HTML. */
    static String htmlCode(String text) {
        return "<code>" + html(text) + "</code>";
    }

    /** Returns words inside a block of HTML, where only HTML is markup, and mentions and references are still looked for. */
    static String html(String text) {
        String line = Texts.line(text, MOST_PROSE);
        return REFERENCE
                .matcher(line.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;"))
                .replaceAll("$0<span></span>");
    }

    /** Returns a block of code that is one line long. */
    static String block(String language, String line) {
        String fence = fence(line, 3);
        return fence + language.toLowerCase(Locale.ROOT) + "\n" + line + "\n" + fence;
    }

    /** More backticks than stand anywhere in it. */
    private static String fence(String line, int atLeast) {
        int longest = BACKTICKS
                .matcher(line)
                .results()
                .mapToInt(run -> run.group().length())
                .max()
                .orElse(0);
        return "`".repeat(Math.max(atLeast, longest + 1));
    }
}
