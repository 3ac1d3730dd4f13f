package io.statuspulse.conformance.scenario;

import java.util.Locale;

/** What a receiver is expected to do with what a scenario sends. */
public enum Expect {
    ACCEPT("a 2xx answer in time"),
    REJECT("a rejection (%s) and no effect"),
    REFUSE("a 4xx answer (2xx is tolerated), never a 5xx"),
    SURVIVE("any answer but a 5xx, in time, and the next valid delivery accepted"),
    ONCE("a 2xx answer, and the event processed exactly once"),
    OBSERVE("any answer but a 5xx, in time; what it is gets reported"),
    OBSERVE_CERT("a presented certificate that is as the title says"),
    OBSERVE_STATUS("no delivery of the run answered 3xx"),
    OBSERVE_LEAK("no answer that holds a secret or the signature that was expected");

    private final String words;

    Expect(String words) {
        this.words = words;
    }

    /** Returns what is expected, in words; {@code statuses} names those that count as a rejection. */
    public String words(String statuses) {
        return words.replace("%s", statuses);
    }

    /** Returns whether it is judged by all answers of a run, whatever they answered, and not by its own alone. */
    public boolean isJudgedByEverything() {
        return this == OBSERVE_STATUS || this == OBSERVE_LEAK;
    }

    /** The name as catalogue and reports write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
