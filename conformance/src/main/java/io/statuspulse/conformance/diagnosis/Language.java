package io.statuspulse.conformance.diagnosis;

import io.statuspulse.conformance.scenario.Mend;
import io.statuspulse.simulator.wire.Exchange;
import java.util.Collection;
import java.util.Optional;

/** What a receiver is likely written in. */
public enum Language {
    JAVA("Java"),
    NODE("Node"),
    GO("Go"),
    PYTHON("Python");

    private final String label;

    Language(String label) {
        this.label = label;
    }

    /** Guesses from answers; empty where they do not tell. */
    public static Optional<Language> of(Collection<Exchange> exchanges) {
        return exchanges.stream()
                .flatMap(e -> e.response().stream())
                .flatMap(r -> r.header("X-Powered-By").stream())
                .filter("Express"::equals)
                .map(any -> NODE)
                .findFirst();
    }

    public String label() {
        return label;
    }

    Optional<String> hint(Mend mend) {
        return Optional.of(
                switch (this) {
                    case JAVA -> mend.java();
                    case NODE -> mend.node();
                    case GO -> mend.go();
                    case PYTHON -> mend.python();
                });
    }
}
