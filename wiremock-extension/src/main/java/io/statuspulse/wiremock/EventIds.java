package io.statuspulse.wiremock;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds event ids in text (contract REQ-PAY-3). */
final class EventIds {
    /**
     * An id with all letters and digits that follow, so that none is found in a longer one. What stands before it does not
     * matter: behind an escape, such as that of a line end in JSON, it is a letter or a digit that belongs to the escape.
     */
    private static final Pattern ID = Pattern.compile("[Ee][Vv][Tt]_[0-9A-Za-z]++");

    private EventIds() {}

    /** Returns every id that the text names, as it is spelt there. */
    static Set<String> in(String text) {
        return ID.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    /** Returns whether {@link #in} would find that id. */
    static boolean isOne(String eventId) {
        return ID.matcher(eventId).matches();
    }
}
