package io.statuspulse.conformance.verifier;

import io.statuspulse.conformance.verifier.Answer.Said;
import io.statuspulse.simulator.inprocess.RequestHeaders;
import io.statuspulse.simulator.inprocess.Verifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A verifier that is a function in this process, called by one thread. */
final class FunctionVerifier implements Asking {
    private final Function<VerifierSetup, Verifier> configured;

    FunctionVerifier(Function<VerifierSetup, Verifier> configured) {
        this.configured = configured;
    }

    @Override
    public Replies ask(List<Question> questions, Progress progress) {
        Map<VerifierSetup, Verifier> verifiers = new HashMap<>();
        Map<String, Reply> replies = new HashMap<>();
        for (Question question : questions) {
            progress.asked(question.id());
            Verifier verifier = verifiers.computeIfAbsent(question.setup(), configured);
            Reply.Answered reply = ask(verifier, question);
            replies.put(question.id(), reply);
            progress.answered(question.id(), reply);
        }
        return new Replies(replies, Optional.empty(), Optional.empty(), List.of());
    }

    private static Reply.Answered ask(Verifier verifier, Question question) {
        try {
            boolean accepted = verifier.accepts(
                    new RequestHeaders(question.headers()), question.body().toArray());
            return new Reply.Answered(accepted ? Said.ACCEPT : Said.REJECT, "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply.Answered(Said.ERROR, e.toString());
        } catch (Exception | StackOverflowError | AssertionError e) {
            return new Reply.Answered(Said.ERROR, e.toString());
        }
    }
}
