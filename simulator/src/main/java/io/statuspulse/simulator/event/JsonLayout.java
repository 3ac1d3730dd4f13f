package io.statuspulse.simulator.event;

/** The white space between the tokens of a JSON object. */
public enum JsonLayout {
    /** None: as the provider sends it. */
    COMPACT("", ":", ",", ""),
    /** One space after colons and commas, as Python's json writes it. */
    SPACED("", ": ", ", ", ""),
    /** A member a line, indented by two spaces. */
    PRETTY("\n  ", ": ", ",", "\n"),
    /** As PRETTY, with lines that end in CR LF. */
    CRLF("\r\n  ", ": ", ",", "\r\n");

    private final String beforeMember;
    private final String colon;
    private final String comma;
    private final String beforeEnd;

    JsonLayout(String beforeMember, String colon, String comma, String beforeEnd) {
        this.beforeMember = beforeMember;
        this.colon = colon;
        this.comma = comma;
        this.beforeEnd = beforeEnd;
    }

    String beforeMember() {
        return beforeMember;
    }

    String colon() {
        return colon;
    }

    String comma() {
        return comma;
    }

    String beforeEnd() {
        return beforeEnd;
    }
}
