package io.statuspulse.conformance.matrix;

import io.statuspulse.conformance.receiver.BuiltInReceiver;
import io.statuspulse.conformance.receiver.Defect;
import io.statuspulse.conformance.receiver.ReceiverSettings;
import io.statuspulse.conformance.run.RunListener;
import io.statuspulse.conformance.run.RunSettings;
import io.statuspulse.conformance.run.Session;
import io.statuspulse.conformance.suite.Suite;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.simulator.signing.Secret;
import io.statuspulse.simulator.signing.Secrets;
import io.statuspulse.simulator.wire.Deadlines;
import io.statuspulse.simulator.wire.Target;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Runs the whole suite against built-in receivers. */
final class Bench {
    /**
     * After every date that stands in a scenario, so that none lies in the future; and a moment at which the signature
     * that is sent in base64 is none in base64url, as one in four is by chance.
     */
    static final Clock FIXED = Clock.fixed(Instant.parse("2026-08-01T12:02:00.250Z"), ZoneOffset.UTC);

    private static final String CURRENT = "whsec_0123456789abcdef0123456789abcdef";
    private static final String PREVIOUS = "whsec_7Kq2vXb9Lm4Tz8Rw1Yp6Nc3Hd5";
    private static final String RETIRED = "whsec_Jf8Gs2Ld7Wq5Et1Mx9Bv4Zk6Ph";

    private Bench() {}

    static ReceiverSettings receiver() {
        return ReceiverSettings.of(CURRENT).withPreviousSecret(PREVIOUS).withRetiredSecrets(List.of(RETIRED));
    }

    static RunSettings.Builder settings(BuiltInReceiver receiver) {
        return unobserved(receiver).effects(receiver::effects);
    }

    static RunSettings.Builder unobserved(BuiltInReceiver receiver) {
        Secrets secrets =
                new Secrets(Secret.of(CURRENT), Optional.of(Secret.of(PREVIOUS)), List.of(Secret.of(RETIRED)));
        return RunSettings.of(Target.of(receiver.url().toString()), secrets)
                .deadlines(Deadlines.all(Duration.ofSeconds(2)))
                .seed(1);
    }

    /** Runs all scenarios, one at a time and at one moment, so that nothing hangs on the machine's speed. */
    static Report against(Defect defect) {
        try (BuiltInReceiver receiver =
                BuiltInReceiver.start(receiver().withClock(FIXED).withDefect(defect))) {
            return run(settings(receiver).clock(FIXED).jobs(1).build());
        }
    }

    static Report run(RunSettings settings) {
        try (Session session = Session.open(settings)) {
            return session.run("full", Suite.scenarios(), RunListener.SILENT);
        }
    }
}
