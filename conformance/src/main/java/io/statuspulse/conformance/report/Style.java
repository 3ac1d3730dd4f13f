package io.statuspulse.conformance.report;

/** Colours for terminals (ECMA-48 SGR), which never carry what the words beside them do not say. */
enum Style {
    PLAIN,
    ANSI;

    /** What a word means. */
    enum Tone {
        BAD("1;31"),
        DOUBTFUL("1;33"),
        GOOD("1;32"),
        STRONG("1");

        private final String parameters;

        Tone(String parameters) {
            this.parameters = parameters;
        }
    }

    static Style of(boolean color) {
        return color ? ANSI : PLAIN;
    }

    /** Returns the text in the tone's colour, or as it is. */
    String apply(Tone tone, String text) {
        return this == PLAIN ? text : "\u001b[" + tone.parameters + "m" + text + "\u001b[0m";
    }
}
