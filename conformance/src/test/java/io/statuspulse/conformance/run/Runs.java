package io.statuspulse.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.scenario.Expect;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.Tag;
import io.statuspulse.conformance.suite.Selection;
import io.statuspulse.conformance.suite.Suite;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.simulator.signing.Secret;
import io.statuspulse.simulator.signing.Secrets;
import io.statuspulse.simulator.wire.Deadlines;
import io.statuspulse.simulator.wire.Target;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Runs of the suite, or of a part of it, for tests. */
final class Runs {
    static final String SECRET = "whsec_0123456789abcdef0123456789abcdef";
    static final String PREVIOUS = "whsec_7Kq2vXb9Lm4Tz8Rw1Yp6Nc3Hd5";

    static final String RETIRED = "whsec_Jf8Gs2Ld7Wq5Et1Mx9Bv4Zk6Ph";

    private Runs() {}

    /** Settings with short deadlines, and long enough for a busy machine, for receivers that hang now and then. */
    static RunSettings.Builder impatient(String url) {
        return settings(url).deadlines(Deadlines.all(Duration.ofSeconds(1)));
    }

    static RunSettings.Builder settings(String url) {
        Secrets secrets = new Secrets(Secret.of(SECRET), Optional.of(Secret.of(PREVIOUS)), List.of(Secret.of(RETIRED)));
        return RunSettings.of(Target.of(url), secrets)
                .deadlines(Deadlines.all(Duration.ofSeconds(10)))
                .pace(Tempo::hurried)
                .effectsWithin(Duration.ofSeconds(3))
                .seed(1);
    }

    static Report all(RunSettings settings) {
        return run(settings, Suite.scenarios());
    }

    /** Runs what these patterns select. */
    static Report some(RunSettings settings, String... patterns) {
        return run(settings, scenarios(patterns));
    }

    static List<Scenario> scenarios(String... patterns) {
        return new Selection(Optional.empty(), List.of(patterns), List.of()).from(Suite.scenarios());
    }

    static Report run(RunSettings settings, List<Scenario> scenarios) {
        try (Session session = Session.open(settings)) {
            return session.run("selection", scenarios, RunListener.SILENT);
        }
    }

    static Result result(Report report, String id) {
        return report.results().stream()
                .filter(r -> r.scenario().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static Outcome outcome(Report report, String id) {
        return result(report, id).outcome();
    }

    static List<String> ids(Report report, Outcome outcome) {
        return report.with(outcome).stream().map(r -> r.scenario().id()).toList();
    }

    /** Asserts of all scenarios that are to do this what came of them: id, outcome, reason and facts as one line. */
    static void assertAll(Report report, Expect expect, int atLeast, String pattern) {
        List<String> lines = report.results().stream()
                .filter(r -> r.scenario().expect() == expect)
                // Broken HTTP is answered by the server before a script can; the others take more than a script.
                .filter(r -> !r.scenario().has(Tag.WIRE))
                // Without TLS there is nothing to say about it.
                .filter(r -> !r.scenario().has(Tag.TLS))
                .filter(r -> !r.scenario().has(Tag.SLOW) && !r.scenario().has(Tag.ALONE))
                .map(r -> r.scenario().id() + " " + r.outcome() + " " + r.reason() + facts(r).replace('\n', ' '))
                .toList();
        assertThat(lines).hasSizeGreaterThanOrEqualTo(atLeast);
        assertThat(lines.stream().filter(line -> !line.matches(pattern))).isEmpty();
    }

    /** The facts of a result, one a line. */
    static String facts(Result result) {
        return result.facts().stream()
                .map(fact -> fact.key() + ": " + fact.value())
                .collect(Collectors.joining("\n"));
    }

    /** The signatures that a receiver in a rotation's overlap accepts, made without the kit. */
    static List<String> signatures(String timestamp, byte[] body) {
        List<String> signatures = new ArrayList<>();
        for (String secret : List.of(SECRET, PREVIOUS)) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
                mac.update((timestamp + ".").getBytes(StandardCharsets.ISO_8859_1));
                signatures.add(HexFormat.of().formatHex(mac.doFinal(body)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
        return signatures;
    }
}
