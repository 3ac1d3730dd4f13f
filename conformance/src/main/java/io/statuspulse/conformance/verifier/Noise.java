package io.statuspulse.conformance.verifier;

import io.statuspulse.conformance.verdict.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is wrong with how a verifier answers, whatever it says. Not thread-safe. */
final class Noise {
    private int junk;
    private String firstJunk = "";
    private int unasked;
    private String firstUnasked = "";
    private int twice;
    private String firstTwice = "";
    private int stumbles;
    private String firstStumble = "";
    private Optional<String> latest = Optional.empty();

    /** It printed a line that is no answer, for that reason. */
    void junk(LineSplitter.Line line, String reason) {
        String shown = "'" + AnswerLine.shown(line.text()) + "', which " + reason;
        if (junk++ == 0) {
            firstJunk = shown;
        }
        latest = Optional.of(shown);
    }

    /** It answered what it was not asked. */
    void unasked(String id) {
        String shown = "'" + AnswerLine.shown(id) + "'";
        if (unasked++ == 0) {
            firstUnasked = shown;
        }
        latest = Optional.of("an answer to " + shown + ", which it was not asked");
    }

    /** It answered again what it had answered. */
    void twice(String id) {
        if (twice++ == 0) {
            firstTwice = AnswerLine.shown(id);
        }
    }

    /**
     * It answered alone what it had not among others.
     *
     * @param how what it had done then
     */
    void stumbled(String id, String how) {
        if (stumbles++ == 0) {
            firstStumble = how + ", with " + id + " the first that was open";
        }
    }

    /** What it stumbled over since it was blamed last is found: answers before were kept in a buffer, and lost. */
    void blamed() {
        stumbles = 0;
    }

    /** Returns what it printed last that is no answer, since this was asked last; empty where it printed nothing such. */
    Optional<String> latest() {
        Optional<String> last = latest;
        latest = Optional.empty();
        return last;
    }

    /** Returns what is to be said of it: nothing, where it printed nothing but one answer to each question. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (junk > 0) {
            findings.add(
                    new Finding(
                            "verifier-prints-more-than-answers",
                            "The verifier prints on standard output what is no answer; its answers were taken all the same.",
                            times(junk, "line") + "; the first: " + firstJunk,
                            "Print one JSON object a line there and nothing else; what is meant for people goes to standard error."));
        }
        if (unasked > 0) {
            findings.add(new Finding(
                    "verifier-answers-unasked",
                    "The verifier gives answers whose id is of no request that is open; they were passed over.",
                    times(unasked, "answer") + "; the first to " + firstUnasked,
                    "Answer with the request's id as it came, each request once."));
        }
        if (twice > 0) {
            findings.add(new Finding(
                    "verifier-answers-twice",
                    "The verifier answers requests more than once; where it says the same again, that was passed over.",
                    times(twice, "answer") + " too many; the first to " + firstTwice,
                    "Answer each request once."));
        }
        if (stumbles > 0) {
            findings.add(new Finding(
                    "verifier-stops-among-others",
                    "The verifier stopped answering where no single request is to blame: asked again alone, it answered.",
                    times(stumbles, "time") + "; the first: " + firstStumble,
                    "Answer each line as it is read, and look for what builds up from request to request: memory, handles,"
                            + " state that one request leaves for the next."));
        }
        return findings;
    }

    private static String times(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
