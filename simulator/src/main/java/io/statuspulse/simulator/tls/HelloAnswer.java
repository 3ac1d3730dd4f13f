package io.statuspulse.simulator.tls;

/** What came back for a {@link ClientHello}. */
public sealed interface HelloAnswer {

    /** Returns what came back, in one sentence. */
    String words();

    /**
     * The server agreed, and sent its whole part of the handshake up to the client's turn.
     *
     * @param version the number of the version it chose
     * @param suite what it chose of the suites
     */
    record Agreed(int version, CipherSuite suite) implements HelloAnswer {

        /** Returns whether that is what a client could take that offered at most {@code offered}. */
        public boolean within(TlsVersion offered) {
            return version <= offered.number();
        }

        @Override
        public String words() {
            return "the server agreed on " + TlsVersion.labelOf(version) + " with " + suite;
        }
    }

    /**
     * The server refused with an alert (RFC 5246, 7.2).
     *
     * @param description the alert's number
     */
    record Alert(int description) implements HelloAnswer {
        @Override
        public String words() {
            return "the server refused with the alert " + AlertNames.of(description);
        }
    }

    /**
     * The server ended the connection instead of finishing its part.
     *
     * @param reset whether it was reset, not closed in order
     * @param helloCame whether the server had said hello before
     */
    record Closed(boolean reset, boolean helloCame) implements HelloAnswer {
        @Override
        public String words() {
            return "the server " + (reset ? "reset" : "closed") + " the connection "
                    + (helloCame ? "after its hello" : "without an answer");
        }
    }

    /**
     * What came is not TLS, or TLS that is broken.
     *
     * @param detail what it is, e.g. how it begins
     */
    record NotTls(String detail) implements HelloAnswer {
        @Override
        public String words() {
            return "what the server answered is not TLS: " + detail;
        }
    }

    /**
     * There was no connection, or no whole answer in time: nothing is known of what the server would have said.
     *
     * @param kind the kind of the failure in kebab-case
     * @param words one sentence for people
     */
    record Failed(String kind, String words) implements HelloAnswer {}
}
