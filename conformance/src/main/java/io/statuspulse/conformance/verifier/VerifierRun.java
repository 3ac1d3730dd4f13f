package io.statuspulse.conformance.verifier;

import io.statuspulse.conformance.command.Command;
import io.statuspulse.conformance.run.RunListener;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.verdict.Finding;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.conformance.verdict.RunAgain;
import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.inprocess.Verifier;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Vectors given to one verifier; immutable.
 *
 * <pre>{@code
 * VerifierRun.of(setup -> {
 *     var mine = new MyVerifier(setup.secrets(), setup.tolerance(), setup.clock());
 *     return (headers, body) -> mine.verify(headers.asMap(), body);
 * }).judge(Vectors.bundled(), "all", RunListener.SILENT).report()
 * }</pre>
 */
public final class VerifierRun {
    /** The body of a delivery that every verifier can answer. */
    private static final Bytes PLAIN_BODY = Bytes.utf8("{\"event_id\":\"evt_0123456789ab\"}");

    private final Asking asking;
    private final String target;
    private final boolean strict;

    private VerifierRun(Asking asking, String target, boolean strict) {
        this.asking = asking;
        this.target = target;
        this.strict = strict;
    }

    /**
     * A function in this process, called by the thread that judges.
     *
     * @param configured makes one for each setup
     */
    public static VerifierRun of(Function<VerifierSetup, Verifier> configured) {
        return new VerifierRun(new FunctionVerifier(configured), "in-process verifier", false);
    }

    /**
     * A command that reads one JSON request a line, and answers each with one line: {@code docs/verifier.md}.
     *
     * @param command split at spaces, quotes keep a word together, and no shell is involved
     * @throws IllegalArgumentException if it is blank, or a quote in it is not closed
     */
    public static VerifierRun of(String command, Limits limits) {
        Command words = Command.parse("command", command);
        return new VerifierRun(new CommandVerifier(words, limits), RunAgain.verifier(command), false);
    }

    /** Lets a failed SHOULD fail the run, or not. Default: not. */
    public VerifierRun strict(boolean on) {
        return new VerifierRun(asking, target, on);
    }

    /**
     * What came of a run.
     *
     * @param report the report
     * @param unusable why nothing could be judged, in one line; empty where something was
     * @param errors what the verifier printed on standard error then; may be empty
     */
    public record Judged(Report report, Optional<String> unusable, String errors) {}

    /**
     * Asks the verifier about all vectors and their controls, and judges what it says.
     *
     * @param selection the name of the selection, for reports
     * @param listener told of each vector; what it is told of an answer holds unless the control is not accepted
     * @throws IllegalArgumentException if there is no such command
     */
    public Judged judge(Vectors vectors, String selection, RunListener listener) {
        Instant startedAt = Clock.systemUTC().instant();
        long start = System.nanoTime();
        List<Vector> asked = vectors.list();
        Controls controls = new Controls(asked);
        List<Question> questions = new ArrayList<>();
        if (!asked.isEmpty()) {
            Question plain = Question.genuine("control/plain", asked.get(0).setup(), PLAIN_BODY);
            questions.add(plain);
            questions.add(plain.forged("control/forged"));
        }
        questions.addAll(controls.questions());
        asked.forEach(vector -> questions.add(vector.question()));
        VectorJudge judge = new VectorJudge(strict);
        Replies replies = asking.ask(questions, new Telling(vectors, judge, listener));

        List<Result> results = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            Vector vector = asked.get(i);
            results.add(judge.judge(
                    vector,
                    vectors.scenarios().get(i),
                    replies.of(vector.question()),
                    replies.of(controls.of(vector))));
        }
        List<Finding> diagnosis = new ArrayList<>();
        if (replies.interrupted().isEmpty()) {
            diagnosis.addAll(FlagFindings.of(asked, results, replies));
        }
        diagnosis.addAll(replies.remarks());
        Report report = new Report(
                target,
                vectors.seed(),
                selection,
                startedAt,
                Duration.ofNanos(System.nanoTime() - start),
                /* effectsObserved= */ true, // A verifier has none beside what it answers.
                replies.unusable().map(Replies.Unusable::reason),
                results,
                diagnosis,
                replies.interrupted());
        return new Judged(
                report,
                replies.unusable().map(Replies.Unusable::reason),
                replies.unusable().map(Replies.Unusable::errors).orElse(""));
    }

    /** The control of each vector that is not its own: asked once for each body of a setup. */
    private static final class Controls {
        private record Key(VerifierSetup setup, Bytes body) {}

        private final Map<Key, Question> byKey = new LinkedHashMap<>();

        Controls(List<Vector> vectors) {
            for (Vector vector : vectors) {
                if (vector.result() != Vector.Result.VALID) {
                    Key key = new Key(vector.setup(), vector.body());
                    String id = "control/" + (byKey.size() + 1);
                    byKey.computeIfAbsent(key, k -> Question.genuine(id, k.setup(), k.body()));
                }
            }
        }

        List<Question> questions() {
            return List.copyOf(byKey.values());
        }

        Question of(Vector vector) {
            Question own = vector.question();
            return byKey.getOrDefault(new Key(vector.setup(), vector.body()), own);
        }
    }

    /** Tells of vectors where answers come by id. */
    private static final class Telling implements Asking.Progress {
        private record Told(Vector vector, Scenario scenario) {}

        private final Map<String, Told> byId = new LinkedHashMap<>();
        private final VectorJudge judge;
        private final RunListener listener;
        private int done;

        Telling(Vectors vectors, VectorJudge judge, RunListener listener) {
            List<Vector> list = vectors.list();
            for (int i = 0; i < list.size(); i++) {
                byId.put(
                        list.get(i).id(),
                        new Told(list.get(i), vectors.scenarios().get(i)));
            }
            this.judge = judge;
            this.listener = listener;
        }

        @Override
        public void asked(String id) {
            Told told = byId.get(id);
            if (told != null) {
                listener.begun(told.scenario());
            }
        }

        @Override
        public void answered(String id, Reply.Answered answer) {
            Told told = byId.get(id);
            if (told != null) {
                Reply accepted = new Reply.Answered(Answer.Said.ACCEPT, "");
                done++;
                listener.finished(judge.judge(told.vector(), told.scenario(), answer, accepted), done, byId.size());
            }
        }
    }
}
