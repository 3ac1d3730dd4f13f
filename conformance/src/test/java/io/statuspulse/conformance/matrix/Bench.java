package io.statuspulse.conformance.matrix;

import io.statuspulse.conformance.receiver.BuiltInReceiver;
import io.statuspulse.conformance.receiver.Defect;
import io.statuspulse.conformance.receiver.ReceiverSettings;
import io.statuspulse.conformance.run.RunListener;
import io.statuspulse.conformance.run.RunSettings;
import io.statuspulse.conformance.run.Session;
import io.statuspulse.conformance.run.Tempo;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.suite.Suite;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.simulator.signing.Secret;
import io.statuspulse.simulator.signing.Secrets;
import io.statuspulse.simulator.wire.Deadlines;
import io.statuspulse.simulator.wire.Target;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs the whole suite against built-in receivers. */
final class Bench {
    /**
     * After every date that stands in a scenario, so that none lies in the future; and a moment at which the signature
     * that is sent in base64 is none in base64url, as one in four is by chance.
     */
    static final Clock FIXED = Clock.fixed(Instant.parse("2026-08-01T12:02:00.250Z"), ZoneOffset.UTC);

    /** Defects that only show where a request drips for longer than the deadline: 24 bytes make 2.9 s. */
    private static final Set<String> HELD_UP = Set.of("one-at-a-time", "one-body-at-a-time");

    private static final String CURRENT = "whsec_0123456789abcdef0123456789abcdef";
    private static final String PREVIOUS = "whsec_7Kq2vXb9Lm4Tz8Rw1Yp6Nc3Hd5";
    private static final String RETIRED = "whsec_Jf8Gs2Ld7Wq5Et1Mx9Bv4Zk6Ph";

    private Bench() {}

    static ReceiverSettings receiver() {
        return ReceiverSettings.of(CURRENT).withPreviousSecret(PREVIOUS).withRetiredSecrets(List.of(RETIRED));
    }

    static Secrets secrets() {
        return new Secrets(Secret.of(CURRENT), Optional.of(Secret.of(PREVIOUS)), List.of(Secret.of(RETIRED)));
    }

    static RunSettings.Builder settings(BuiltInReceiver receiver) {
        return unobserved(receiver)
                .effects(receiver::effects)
                .rotation(receiver::rotate)
                .failures(receiver::failNext)
                .states(receiver::state);
    }

    static RunSettings.Builder unobserved(BuiltInReceiver receiver) {
        return RunSettings.of(Target.of(receiver.url().toString()), secrets())
                .deadlines(Deadlines.all(Duration.ofSeconds(2)))
                .effectsWithin(Duration.ofSeconds(3))
                .seed(1);
    }

    /** Runs all scenarios, one at a time and at one moment, so that nothing hangs on the machine's speed. */
    static List<Result> against(Defect defect) {
        Duration longestPause = HELD_UP.contains(defect.name()) ? Duration.ofMillis(120) : Duration.ofMillis(2);
        return oneByOne(receiver().withDefect(defect), longestPause);
    }

    static Report atOneMoment(ReceiverSettings settings, Duration longestPause) {
        Tempo tempo = new Tempo(FIXED, longestPause);
        try (BuiltInReceiver receiver = BuiltInReceiver.start(settings.withClock(tempo.clock()))) {
            return run(
                    settings(receiver).clock(tempo.clock()).pace(tempo).jobs(1).build());
        }
    }

    /** Returns what came of everything but the requests that drip, and then of those: else they run beside others. */
    private static List<Result> oneByOne(ReceiverSettings settings, Duration longestPause) {
        Tempo tempo = new Tempo(FIXED, longestPause);
        List<Result> results = new ArrayList<>();
        try (BuiltInReceiver receiver = BuiltInReceiver.start(settings.withClock(tempo.clock()));
                Session session = Session.open(settings(receiver)
                        .clock(tempo.clock())
                        .pace(tempo)
                        .jobs(1)
                        .build())) {
            for (boolean drip : new boolean[] {false, true}) {
                List<Scenario> some = Suite.scenarios().stream()
                        .filter(s -> s.id().startsWith("http/slow-") == drip)
                        .toList();
                results.addAll(session.run("full", some, RunListener.SILENT).results());
            }
        }
        return results;
    }

    static Report run(RunSettings settings) {
        try (Session session = Session.open(settings)) {
            return session.run("full", Suite.scenarios(), RunListener.SILENT);
        }
    }
}
