package io.statuspulse.conformance.curl;

import io.statuspulse.simulator.delivery.SignatureAlteration;

/** What a shell makes of the right signature {@code $S}, and of {@code $W}, which is wrong in every digit. */
final class Alterations {
    private static final int DIGITS = 64;
    private static final int MIDDLE = DIGITS / 2;

    private Alterations() {}

    static ShellWord of(SignatureAlteration alteration) throws NotForCurlException {
        ShellWord word = new ShellWord();
        return switch (alteration) {
            case FIRST_CHARACTER -> word.expression(cut("W", "1")).expression(cut("S", "2-"));
            case MIDDLE_CHARACTER ->
                word.expression(cut("S", "1-" + MIDDLE))
                        .expression(cut("W", Integer.toString(MIDDLE + 1)))
                        .expression(cut("S", MIDDLE + 2 + "-"));
            case LAST_CHARACTER ->
                word.expression(cut("S", "1-" + (DIGITS - 1))).expression(cut("W", "" + DIGITS));
            case LAST_CHARACTER_NON_ASCII ->
                word.expression(cut("S", "1-" + (DIGITS - 1))).literal("\u00e9");
            case EVERY_CHARACTER -> word.expression("$W");
            case TRUNCATED_BY_ONE -> word.expression(cut("S", "1-" + (DIGITS - 1)));
            case TRUNCATED_TO_HALF -> word.expression(cut("S", "1-" + MIDDLE));
            case TRUNCATED_TO_ONE -> word.expression(cut("S", "1"));
            case EXTENDED_BY_ONE -> word.expression("$S").literal("0");
            case EXTENDED -> word.expression("$S").literal("00000000");
            case DOUBLED -> word.expression("$S$S");
            case SPACES_INSIDE -> word.expression("$(printf %s \"$S\" | sed 's/../& /g;s/ $//')");
            case HYPHEN_INSIDE -> halves("-");
            case LETTER_INSIDE -> halves("z");
            case NUL_INSIDE -> throw new NotForCurlException("no shell holds a NUL");
            case LIST_WITH_RIGHT -> word.expression("$W,$S");
        };
    }

    private static ShellWord halves(String between) {
        return new ShellWord()
                .expression(cut("S", "1-" + MIDDLE))
                .literal(between)
                .expression(cut("S", MIDDLE + 1 + "-"));
    }

    private static String cut(String variable, String characters) {
        return "$(printf %s \"$" + variable + "\" | cut -c" + characters + ")";
    }
}
