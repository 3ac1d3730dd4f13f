package io.statuspulse.conformance.run;

import io.statuspulse.conformance.run.Rotation.HookFailedException;
import io.statuspulse.conformance.run.Stream.Timed;
import io.statuspulse.conformance.run.TrialOutcome.Broke;
import io.statuspulse.conformance.run.TrialOutcome.Held;
import io.statuspulse.conformance.run.TrialOutcome.ProvesNothing;
import io.statuspulse.conformance.run.TrialOutcome.Silence;
import io.statuspulse.conformance.scenario.Step.Answer;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Result.Role;
import io.statuspulse.simulator.signing.SigningKey;
import io.statuspulse.simulator.signing.SigningKey.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Rotation under traffic. What must come of a delivery is decided by the order of events alone: a secret is surely in
 * force, or surely not, for a delivery that was begun after one hook returned and answered before the next was called;
 * one that overlaps a hook which changes its secret may be judged either way.
 */
final class TrafficRun {
    /** How many deliveries of each kind lie wholly between two calls of the hook. */
    private static final int BETWEEN_CALLS = 3;

    private static final int MOST_SHOWN = 3;
    private static final int KEPT_OF_EACH = 4;

    private final Rotation rotation;
    private final Courier courier;
    private final AnswerRule rule;

    TrafficRun(Rotation rotation, Courier courier, AnswerRule rule) {
        this.rotation = rotation;
        this.courier = courier;
        this.rule = rule;
    }

    /** When the hook was called and when it returned, for each of the three changes. */
    private static final class Calls {
        private final long[] begun = new long[3];
        private final long[] ended = new long[3];

        void time(int change, Runnable hook) {
            begun[change] = System.nanoTime();
            hook.run();
            ended[change] = System.nanoTime();
        }

        /** In force from the beginning until the overlap ends, and again after the way back. */
        int current(Timed sent) {
            boolean before = sent.endedBefore(begun[1]) || sent.begunAfter(ended[2]);
            boolean without = sent.begunAfter(ended[1]) && sent.endedBefore(begun[2]);
            return before ? 1 : without ? -1 : 0;
        }

        /** In force between the first change and the way back. */
        int next(Timed sent) {
            boolean within = sent.begunAfter(ended[0]) && sent.endedBefore(begun[2]);
            boolean outside = sent.endedBefore(begun[0]) || sent.begunAfter(ended[2]);
            return within ? 1 : outside ? -1 : 0;
        }
    }

    TrialOutcome run(List<Claim> claims) {
        Calls calls = new Calls();
        Stream current = stream(Known.CURRENT);
        Stream next = stream(Rotation.NEXT);
        Stream wrong = stream(Rotation.WRONG);
        List<Stream> streams = List.of(current, next, wrong);
        return courier.aside(() -> {
            try {
                streams.forEach(Stream::start);
                letPass(streams);
                calls.time(0, rotation::begin);
                letPass(streams);
                calls.time(1, rotation::endOverlap);
                letPass(streams);
                calls.time(2, rotation::back);
                letPass(streams);
            } catch (HookFailedException e) {
                return new ProvesNothing(String.valueOf(e.getMessage()), List.of(), true);
            } finally {
                streams.forEach(Stream::end);
                rotation.back();
            }
            Optional<TrialOutcome> limited = streams.stream()
                    .flatMap(stream -> stream.sent().stream())
                    .flatMap(sent -> TrialOutcome.limited(sent.exchange()).stream())
                    .findFirst();
            if (limited.isPresent()) {
                return limited.get();
            }
            List<Broke> broken = new ArrayList<>();
            judge(current, calls::current, broken, claims);
            judge(next, calls::next, broken, claims);
            judge(wrong, sent -> -1, broken, claims);
            return outcome(broken);
        });
    }

    private Stream stream(SigningKey key) {
        return new Stream(Rotation.signedWith(key), courier);
    }

    private static void letPass(List<Stream> streams) {
        long from = System.nanoTime();
        streams.forEach(stream -> stream.awaitBegunAfter(from, BETWEEN_CALLS));
    }

    /** Judges each delivery of a stream; {@code inForce} is 1 where its secret surely was, -1 where it surely was not. */
    private void judge(Stream stream, ToIntFunction<Timed> inForce, List<Broke> broken, List<Claim> claims) {
        int kept = 0;
        for (Timed sent : stream.sent()) {
            int secret = inForce.applyAsInt(sent);
            boolean holds = secret == 0
                    ? matches(Answer.ACCEPTED, sent) || matches(Answer.REJECTED, sent)
                    : matches(secret > 0 ? Answer.ACCEPTED : Answer.REJECTED, sent);
            if (!holds || kept < KEPT_OF_EACH) {
                courier.keep(Role.TRIAL, sent.exchange());
                kept++;
            }
            if (!holds) {
                broken.add(new Broke(List.of(fact(sent, secret)), false, Silence.NONE));
            } else {
                claims.add(new Claim(
                        sent.exchange().delivery().eventId(), sent.exchange().accepted() ? 1 : 0));
            }
        }
    }

    private boolean matches(Answer answer, Timed sent) {
        return rule.match(answer, sent.exchange()) == AnswerRule.Match.AS_EXPECTED;
    }

    private static Fact fact(Timed sent, int secret) {
        String when = switch (secret) {
            case 1 -> "signed with a secret in force";
            case -1 -> "signed with a secret that is not in force";
            default -> "while the receiver rotated";
        };
        return new Fact("actual", when + ": " + Words.of(sent.exchange()));
    }

    private static TrialOutcome outcome(List<Broke> broken) {
        if (broken.isEmpty()) {
            return new Held(List.of());
        }
        List<Fact> facts = new ArrayList<>(broken.stream()
                .flatMap(broke -> broke.facts().stream())
                .distinct()
                .limit(MOST_SHOWN)
                .toList());
        facts.add(new Fact("deliveries", broken.size() + " went wrong"));
        return new Broke(facts, false, Silence.NONE);
    }
}
