package io.statuspulse.conformance.verifier;

import io.statuspulse.conformance.command.Command;
import io.statuspulse.conformance.verifier.Conversation.Fault;
import io.statuspulse.simulator.delivery.Printable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A verifier that is a process: one JSON object a line comes in, one goes out.
 *
 * <p>Where the process dies, hangs, or ends before it has answered, the first question that is open is asked again, alone, of
 * a new process. Only where that is not answered either is it to blame. Otherwise some other question is, or the answers were
 * kept in a buffer: then fewer are asked at a time, down to one, of which it is certain.
 */
final class CommandVerifier implements Asking {
    /** More that end the process are not worth their time, nor are so many that each take all of theirs. */
    private static final int MOST_BLAMED = 200;

    private static final int MOST_HUNG = 10;
    private static final int MOST_HUNG_IN_A_ROW = 3;

    private final Command command;
    private final Limits limits;

    CommandVerifier(Command command, Limits limits) {
        this.command = command;
        this.limits = limits;
    }

    @Override
    public Replies ask(List<Question> questions, Progress progress) {
        return new Course(questions, progress).run();
    }

    /** Asking once. */
    private final class Course {
        private final Progress progress;
        private final Noise noise = new Noise();
        private final Map<String, Reply> replies = new HashMap<>();
        private List<Question> left;

        /** How many are asked of one process. */
        private int atOnce;

        private int blamed;
        private int hung;
        private int inVain;
        private int hungInVain;
        private boolean started;

        /** Shorter, once it is known how long the process takes to start. */
        private Limits limits = CommandVerifier.this.limits;

        Course(List<Question> questions, Progress progress) {
            this.progress = progress;
            this.left = questions;
            this.atOnce = Math.max(1, questions.size());
        }

        Replies run() {
            Optional<Replies.Unusable> unusable = Optional.empty();
            Optional<String> interrupted = Optional.empty();
            try {
                while (!left.isEmpty() && unusable.isEmpty() && giveUp().isEmpty()) {
                    unusable = next();
                }
            } catch (InterruptedException e) {
                interrupted = Optional.of("interrupted");
            }
            String reason =
                    unusable.map(Replies.Unusable::reason).or(() -> giveUp()).orElse("the run was interrupted before");
            left.forEach(question -> replies.putIfAbsent(question.id(), new Reply.NotAsked(reason)));
            return new Replies(replies, unusable, interrupted, noise.findings());
        }

        /** Asks as many as are asked at once. */
        private Optional<Replies.Unusable> next() throws InterruptedException {
            List<Question> batch = left.subList(0, Math.min(atOnce, left.size()));
            Conversation.Outcome outcome = converse(batch);
            replies.putAll(outcome.replies());
            if (!outcome.replies().isEmpty()) {
                inVain = 0;
                hungInVain = 0;
            }
            List<Question> open = without(left, replies);
            if (outcome.fault().isEmpty()) {
                atOnce = Math.min(atOnce * 4, Integer.MAX_VALUE / 4);
                left = open;
                return Optional.empty();
            }
            Question suspect = open.get(0);
            Fault fault = outcome.fault().get();
            if (batch.size() > 1) {
                Conversation.Outcome alone = converse(List.of(suspect));
                if (alone.fault().isEmpty()) {
                    replies.putAll(alone.replies());
                    noise.stumbled(suspect.id(), fault.how());
                    inVain = 0;
                    hungInVain = 0;
                    atOnce = Math.max(1, batch.size() / 2);
                    left = without(left, replies);
                    return Optional.empty();
                }
                fault = alone.fault().get();
            }
            if (replies.isEmpty()) {
                return Optional.of(new Replies.Unusable(
                        "'" + shown() + "' gave no answer to a genuine delivery: " + fault.how(), fault.errors()));
            }
            blame(suspect, fault);
            left = without(left, replies);
            return Optional.empty();
        }

        private void blame(Question suspect, Fault fault) {
            replies.put(suspect.id(), new Reply.NoAnswer(fault.how(), fault.errors()));
            noise.blamed();
            blamed++;
            inVain++;
            if (fault.hung()) {
                hung++;
                hungInVain++;
            }
            if (inVain > 1) {
                atOnce = 1; // Those that break it come in families, and of one that is alone it is certain at once.
            }
        }

        private Optional<String> giveUp() {
            if (hungInVain >= MOST_HUNG_IN_A_ROW) {
                return Optional.of("the verifier gave no answer in time to " + hungInVain + " requests in a row");
            }
            if (hung >= MOST_HUNG) {
                return Optional.of("the verifier gave no answer in time to " + hung + " requests before");
            }
            return blamed >= MOST_BLAMED
                    ? Optional.of("the verifier broke down on " + blamed + " requests before")
                    : Optional.empty();
        }

        private Conversation.Outcome converse(List<Question> questions) throws InterruptedException {
            try {
                Conversation.Outcome outcome = Conversation.of(command, questions, limits, noise, progress);
                started = true;
                outcome.firstAnswer().ifPresent(took -> limits = CommandVerifier.this.limits.startingIn(took));
                return outcome;
            } catch (IOException e) {
                String how =
                        "'" + shown() + "' cannot be run (" + Printable.decoded(String.valueOf(e.getMessage())) + ")";
                if (!started) {
                    throw new IllegalArgumentException("command: " + how, e);
                }
                return new Conversation.Outcome(
                        Map.of(), Optional.of(new Fault(how, "", /* hung= */ false)), Optional.empty());
            }
        }
    }

    private String shown() {
        return Printable.decoded(command.toString());
    }

    private static List<Question> without(List<Question> questions, Map<String, Reply> replies) {
        List<Question> open = new ArrayList<>();
        for (Question question : questions) {
            if (!replies.containsKey(question.id())) {
                open.add(question);
            }
        }
        return open;
    }
}
