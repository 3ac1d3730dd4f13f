package io.statuspulse.conformance.diagnosis;

import io.statuspulse.conformance.scenario.Mend;
import io.statuspulse.simulator.wire.Exchange;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The language that a receiver is most likely written in, as its answers tell. */
public enum Language {
    JAVA("Java"),
    NODE("Node"),
    GO("Go"),
    PYTHON("Python"),
    PHP("PHP"),
    DOTNET(".NET"),
    RUBY("Ruby");

    private final String label;

    Language(String label) {
        this.label = label;
    }

    /** Its name, for people. */
    public String label() {
        return label;
    }

    /**
     * Guesses from headers and error pages which frameworks and servers write by themselves.
     *
     * @return empty where nothing tells, and where answers tell different ones, as behind some proxies
     */
    public static Optional<Language> of(Collection<Exchange> exchanges) {
        Set<Language> told = EnumSet.noneOf(Language.class);
        for (Exchange exchange : exchanges) {
            exchange.response().map(Traces::of).ifPresent(told::addAll);
        }
        return told.size() == 1 ? Optional.of(told.iterator().next()) : Optional.empty();
    }

    /** Returns the hint for this language; empty where there is none. */
    Optional<String> hint(Mend mend) {
        String hint = switch (this) {
            case JAVA -> mend.java();
            case NODE -> mend.node();
            case GO -> mend.go();
            case PYTHON -> mend.python();
            case PHP, DOTNET, RUBY -> "";
        };
        return hint.isBlank() ? Optional.empty() : Optional.of(hint);
    }
}
