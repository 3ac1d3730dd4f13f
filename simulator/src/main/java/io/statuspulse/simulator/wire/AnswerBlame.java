package io.statuspulse.simulator.wire;

import java.io.IOException;
import java.time.Duration;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;

/**
 * Names what went wrong while an answer was read.
 *
 * @param deadline of the answer
 * @param hasHead whether the final head came
 * @param tooLarge the words for a head beyond the bounds
 */
record AnswerBlame(Wire wire, Duration deadline, boolean hasHead, AnswerBody body, String tooLarge) {

    static String headTooLarge(String where, int lines) {
        return "the head of the answer of " + where + " is larger than 64 KiB or longer than " + lines + " lines";
    }

    Failure of(Exception e, boolean late) {
        AnswerStream in = wire.in();
        Failure halted = wire.channels().halted("waiting for the answer of " + wire.where());
        if (halted != null) {
            return halted;
        }
        if (late) {
            return new Failure(Failure.Kind.ANSWER_TIMEOUT, wire.where() + lateWords());
        }
        if (in.broken() != null) {
            return broken(in.broken());
        }
        if (e instanceof AnswerException bound && (hasHead || isHttp())) {
            return bound.failure();
        }
        if (in.ended() && (in.count() == 0 || isHttp())) {
            return ended();
        }
        return malformed(e);
    }

    private String lateWords() {
        String within = " within " + Words.of(deadline);
        if (body.begun()) {
            return " did not finish the body of its answer" + within + " (" + body.progress() + " came)";
        }
        if (!wire.in().anyByte()) {
            return (wire.in().count() == 0 ? " gave no answer" : " gave no final answer") + within;
        }
        return " gave no whole head of an answer" + within + "; what came begins with '" + opening() + "'";
    }

    private Failure broken(IOException e) {
        return TlsFailureWords.causedByTls(e)
                ? new Failure(
                        Failure.Kind.TLS_FAILED,
                        "TLS with " + wire.where() + " failed" + stage() + ": " + Words.detail(e))
                : new Failure(Failure.Kind.RESET, wire.where() + " reset the connection" + stage());
    }

    private String stage() {
        if (body.begun()) {
            return " in the body of its answer, after " + body.progress();
        }
        return wire.in().count() == 0 ? " before it answered" : " in the head of its answer";
    }

    private Failure ended() {
        if (wire.in().count() == 0 || !wire.in().anyByte()) {
            return new Failure(
                    Failure.Kind.CLOSED_WITHOUT_ANSWER, wire.where() + " closed the connection without an answer");
        }
        return malformedAs(
                body.begun()
                        ? "the connection ended after " + body.progress() + " of the answer's body"
                        : "the connection ended in the head of the answer");
    }

    private Failure malformed(Exception e) {
        if (!isHttp()) {
            return malformedAs("what came is not HTTP/1.1: it begins with '" + opening() + "'");
        }
        if (e instanceof MessageConstraintException && !body.begun()) {
            return new Failure(Failure.Kind.ANSWER_TOO_LARGE, tooLarge);
        }
        String part = body.begun() || hasHead ? "the answer's body is malformed: " : "the answer's head is malformed: ";
        return malformedAs(part + Words.detail(e) + detailsOf(e));
    }

    private String detailsOf(Exception e) {
        return e instanceof HttpException && !hasHead ? "; it begins with '" + opening() + "'" : "";
    }

    private Failure malformedAs(String words) {
        return new Failure(Failure.Kind.MALFORMED_ANSWER, words + " (" + wire.where() + ")");
    }

    private boolean isHttp() {
        return wire.in().beginsWith("HTTP/1.");
    }

    private String opening() {
        return wire.in().opening();
    }
}
