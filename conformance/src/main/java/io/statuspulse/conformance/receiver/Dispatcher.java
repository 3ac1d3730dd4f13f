package io.statuspulse.conformance.receiver;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** From a request to its answer, whichever server it came in by. */
final class Dispatcher {

    // RFC 9110 section 5.6.7: names in English, the day with two digits.
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private final HttpRules rules;
    private final Flow flow;
    private final Control control;
    private final Clock clock;

    Dispatcher(HttpRules rules, Flow flow, Control control, Clock clock) {
        this.rules = rules;
        this.flow = flow;
        this.control = control;
        this.clock = clock;
    }

    Answer answer(Request head, HttpRules.BodySource source) {
        try {
            Optional<Answer> own = control.answer(head, source);
            return own.isPresent() ? own.get() : rules.answer(head, source, flow);
        } catch (IOException e) {
            return Answer.error(400, "body cannot be read").closing();
        } catch (RuntimeException | StackOverflowError e) {
            // Never the case for the correct receiver; it is how a defect that throws shows.
            return Answer.error(500, "internal error");
        }
    }

    /** The Date of an answer; by the receiver's clock, which a test may have set. */
    String date() {
        return HTTP_DATE.format(clock.instant().atOffset(ZoneOffset.UTC));
    }
}
