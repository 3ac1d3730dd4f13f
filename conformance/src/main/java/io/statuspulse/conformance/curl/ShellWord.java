package io.statuspulse.conformance.curl;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One word of a POSIX shell: literal text, whose chars stand for bytes (ISO-8859-1), and expressions. */
final class ShellWord {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+=,-]+");
    private static final Pattern PRINTABLE = Pattern.compile("[ -~]*");

    private final List<Piece> pieces = new ArrayList<>();

    /**
     * @param text literal text, or an expression such as {@code $T} or {@code $(date +%s)}
     * @param isExpression which of the two
     */
    private record Piece(String text, boolean isExpression) {}

    static ShellWord of(String literal) {
        return new ShellWord().literal(literal);
    }

    ShellWord literal(String text) {
        int last = pieces.size() - 1;
        if (last >= 0 && !pieces.get(last).isExpression) {
            pieces.set(last, new Piece(pieces.get(last).text + text, false));
        } else if (!text.isEmpty()) {
            pieces.add(new Piece(text, false));
        }
        return this;
    }

    ShellWord expression(String text) {
        pieces.add(new Piece(text, true));
        return this;
    }

    ShellWord then(ShellWord word) {
        word.pieces.forEach(piece -> {
            if (piece.isExpression) {
                expression(piece.text);
            } else {
                literal(piece.text);
            }
        });
        return this;
    }

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    /** Its literal parts. */
    List<String> literals() {
        return pieces.stream()
                .filter(piece -> !piece.isExpression)
                .map(Piece::text)
                .toList();
    }

    /** Returns it quoted, so that a shell takes it for one word; what is not printable ASCII it has printf make. */
    @Override
    public String toString() {
        if (pieces.isEmpty()) {
            return "''";
        }
        StringBuilder word = new StringBuilder();
        for (Piece piece : pieces) {
            word.append(piece.isExpression ? '"' + piece.text + '"' : quoted(piece.text));
        }
        return word.toString();
    }

    private static String quoted(String text) {
        return PRINTABLE.matcher(text).matches() ? single(text) : "\"$(" + printf(text) + ")\"";
    }

    /** Returns printable text as a word. */
    static String single(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    /** Returns the command that prints these bytes. */
    static String printf(String bytes) {
        if (PRINTABLE.matcher(bytes).matches()) {
            return "printf %s " + (bytes.isEmpty() ? "''" : single(bytes));
        }
        // What begins with a hyphen is taken for an option by some.
        StringBuilder format = new StringBuilder(bytes.startsWith("-") ? "printf '\\055" : "printf '");
        bytes.substring(bytes.startsWith("-") ? 1 : 0).chars().forEach(c -> {
            if (c == '%') {
                format.append("%%");
            } else if (c == '\\') {
                format.append("\\\\");
            } else if (c < ' ' || c > '~' || c == '\'') {
                String digits = Integer.toOctalString(c);
                format.append('\\').append("0".repeat(3 - digits.length())).append(digits);
            } else {
                format.append((char) c);
            }
        });
        return format.append('\'').toString();
    }
}
