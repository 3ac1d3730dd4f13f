package io.statuspulse.conformance.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.matrix.TlsFronts.Front;
import io.statuspulse.conformance.matrix.TlsFronts.Running;
import io.statuspulse.conformance.receiver.BuiltInReceiver;
import io.statuspulse.conformance.run.RunListener;
import io.statuspulse.conformance.run.RunSettings;
import io.statuspulse.conformance.run.Session;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.TlsProcedure;
import io.statuspulse.conformance.suite.Suite;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.simulator.signing.Secret;
import io.statuspulse.simulator.signing.Secrets;
import io.statuspulse.simulator.wire.Deadlines;
import io.statuspulse.simulator.wire.Target;
import io.statuspulse.simulator.wire.TlsSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every wrong way of doing TLS and every scenario about it against each other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsKillMatrixTest {
    private static final Golden GOLDEN = Golden.resource("tls-kill-matrix.tsv");
    private static final String SECRET = "whsec_0123456789abcdef0123456789abcdef";
    private static final Set<Outcome> KILLED = Set.of(Outcome.FAILED, Outcome.WARNED);

    @TempDir
    static Path directory;

    private BuiltInReceiver receiver;
    private static final Golden FINDINGS = Golden.resource("tls-findings.tsv");

    private final Map<String, KillMatrix.Diagnosed> diagnosed = new LinkedHashMap<>();
    private KillMatrix seen = new KillMatrix(Map.of());

    @BeforeAll
    void runEveryFront() throws Exception {
        receiver = BuiltInReceiver.start(Bench.receiver());
        for (Front front : TlsFronts.wrong()) {
            diagnosed.put(
                    front.name(), KillMatrix.Diagnosed.of(run(front, false).results()));
        }
        seen = KillMatrix.killers(diagnosed);
        if (Golden.isUpdating()) {
            GOLDEN.assertHolds(seen.lines());
            FINDINGS.assertHolds(KillMatrix.findings(diagnosed).lines());
        }
    }

    @AfterAll
    void stop() {
        receiver.close();
    }

    private Report run(Front front, boolean insecure) throws Exception {
        try (Running running = front.start().before(receiver.url())) {
            Path roots = TlsFronts.ROOT.writePem(directory.resolve("roots.pem"));
            RunSettings settings = RunSettings.of(
                            Target.of("https://localhost:" + running.port() + "/webhook/statuspulse"),
                            new Secrets(Secret.of(SECRET), Optional.empty(), List.of()))
                    .tls(new TlsSettings(Optional.of(roots), insecure))
                    .deadlines(Deadlines.all(Duration.ofSeconds(5)))
                    .effects(receiver::effects)
                    .seed(1)
                    .build();
            try (Session session = Session.open(settings)) {
                return session.run("tls", aboutTls().toList(), RunListener.SILENT);
            }
        }
    }

    private static List<String> killed(Report report) {
        return report.results().stream()
                .filter(result -> KILLED.contains(result.outcome()))
                .map(result -> result.scenario().id())
                .toList();
    }

    private static Stream<Scenario> aboutTls() {
        return Suite.scenarios().stream()
                .filter(scenario -> scenario.trials().stream().anyMatch(TlsProcedure.class::isInstance));
    }

    static Stream<Front> right() {
        return TlsFronts.right().stream();
    }

    static Stream<Front> wrong() {
        return TlsFronts.wrong().stream();
    }

    static Stream<String> scenarios() {
        return aboutTls().map(Scenario::id);
    }

    @ParameterizedTest
    @MethodSource("right")
    void aRightFrontPassesEverything(Front front) throws Exception {
        Report report = run(front, false);
        List<String> others = new ArrayList<>();
        for (Result result : report.results()) {
            boolean lacksHttp2 = result.scenario().id().equals("acceptance/http-2")
                    && !front.name().equals("with-http-2")
                    && result.reason().startsWith("the server does not offer HTTP/2");
            if (result.outcome() != Outcome.PASSED && !lacksHttp2) {
                others.add(result.scenario().id() + " " + result.verdict());
            }
        }

        assertThat(others).isEmpty();
        assertThat(report.conclusion()).isEqualTo(Report.Conclusion.PASSED);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aWrongFrontFailsExactlyTheseScenarios(Front front) {
        assertThat(seen.killersOf(front.name()))
                .isNotEmpty()
                .containsExactlyElementsOf(KillMatrix.of(GOLDEN.lines()).killersOf(front.name()));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aWrongFrontIsFoundToBeExactlyThis(Front front) {
        KillMatrix.Diagnosed found = Objects.requireNonNull(diagnosed.get(front.name()));

        assertThat(found.findingIds())
                .isNotEmpty()
                .containsExactlyElementsOf(KillMatrix.of(FINDINGS.lines()).killersOf(front.name()));
        assertThat(found.explained()).containsExactlyInAnyOrderElementsOf(seen.killersOf(front.name()));
    }

    /** The certificate is judged alike where it is not let stand in the way of deliveries. */
    @ParameterizedTest
    @MethodSource("wrong")
    void insecureHidesNothing(Front front) throws Exception {
        assertThat(killed(run(front, true))).isEqualTo(seen.killersOf(front.name()));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void scenarioCanFail(String scenario) {
        assertThat(seen.caughtBy(scenario)).isNotEmpty();
    }

    @Test
    void goldenNamesEveryFrontAndNoOther() {
        assertThat(KillMatrix.of(GOLDEN.lines()).killers().keySet())
                .containsExactlyElementsOf(wrong().map(Front::name).toList());
    }
}
