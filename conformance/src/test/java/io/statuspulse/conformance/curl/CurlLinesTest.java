package io.statuspulse.conformance.curl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.receiver.BuiltInReceiver;
import io.statuspulse.conformance.receiver.Defects;
import io.statuspulse.conformance.receiver.ReceiverSettings;
import io.statuspulse.conformance.run.RunListener;
import io.statuspulse.conformance.run.RunSettings;
import io.statuspulse.conformance.run.Session;
import io.statuspulse.conformance.scenario.Tag;
import io.statuspulse.conformance.suite.Suite;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.conformance.verdict.Verdict;
import io.statuspulse.simulator.delivery.HeaderLine;
import io.statuspulse.simulator.signing.Secret;
import io.statuspulse.simulator.signing.Secrets;
import io.statuspulse.simulator.wire.Exchange;
import io.statuspulse.simulator.wire.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The lines of a receiver that takes every forgery, and of one that takes nothing, are run: they do what the kit did. */
class CurlLinesTest {
    private static final String CURRENT = "whsec_all $HOME `id` \" ' \\ 0123456789";
    private static final String PREVIOUS = "whsec_7Kq2vXb9Lm4Tz8Rw1Yp6Nc3Hd5";
    private static final String RETIRED = "whsec_Jf8Gs2Ld7Wq5Et1Mx9Bv4Zk6Ph";
    private static final Map<String, String> SECRETS = Map.of(
            "STATUSPULSE_SECRET", CURRENT,
            "STATUSPULSE_PREVIOUS_SECRET", PREVIOUS,
            "STATUSPULSE_RETIRED_SECRET", RETIRED,
            "HEADER_X_GATEWAY_TOKEN", "of the gateway");

    @BeforeAll
    static void tools() throws Exception {
        Shell.requireTools();
    }

    /** One line for each failure: a receiver that takes it takes it again, and a correct one refuses it. */
    @Test
    void linesOfForgeriesForge() throws IOException {
        ReceiverSettings wrong = receiver(CURRENT)
                .withDefect(Defects.named("logs-instead-of-rejecting").orElseThrow());
        try (BuiltInReceiver careless = BuiltInReceiver.start(wrong);
                BuiltInReceiver correct = BuiltInReceiver.start(receiver(CURRENT))) {
            Report report = run(careless);
            Map<String, Curl> lines = lines(report);
            assertThat(lines).hasSizeGreaterThan(100);
            checkReach("curl-of-forgeries.tsv", lines);
            Map<String, Exchange> rejected = trials(run(correct));
            commands(lines).parallel().forEach(line -> {
                Exchange seen = culprit(report, line.getKey());
                assertThat(Shell.status(line.getValue(), SECRETS))
                        .as("%s: %s", line.getKey(), line.getValue())
                        .isEqualTo(seen.status());
                Exchange wanted = rejected.get(key(line.getKey(), seen));
                assertThat(Shell.status(at(correct, careless, line.getValue()), SECRETS))
                        .as("a correct receiver, %s: %s", line.getKey(), line.getValue())
                        .isEqualTo(wanted.status());
            });
        }
    }

    /** What is signed correctly is refused by one that knows another secret, and taken by one that knows this one. */
    @Test
    void linesOfWhatIsRightAreTakenByACorrectReceiver() throws IOException {
        try (BuiltInReceiver deaf = BuiltInReceiver.start(receiver("whsec_of_somebody_else"));
                BuiltInReceiver correct = BuiltInReceiver.start(receiver(CURRENT))) {
            Report report = run(deaf);
            Map<String, Curl> lines = lines(report);
            assertThat(lines).hasSizeGreaterThan(20);
            checkReach("curl-of-refusals.tsv", lines);
            commands(lines).parallel().forEach(line -> {
                assertThat(Shell.status(line.getValue(), SECRETS))
                        .as("%s: %s", line.getKey(), line.getValue())
                        .isEqualTo(culprit(report, line.getKey()).status());
                assertThat(Shell.status(at(correct, deaf, line.getValue()), SECRETS))
                        .as("a correct receiver, %s: %s", line.getKey(), line.getValue())
                        .isEqualTo(200);
            });
        }
    }

    @Test
    void nothingConfidentialIsInALine() {
        ReceiverSettings wrong = receiver(CURRENT)
                .withDefect(Defects.named("logs-instead-of-rejecting").orElseThrow());
        try (BuiltInReceiver careless = BuiltInReceiver.start(wrong)) {
            Report report = run(careless);
            lines(report)
                    .forEach((id, curl) -> curl.command().ifPresent(line -> {
                        assertThat(line).as(id).doesNotContain(CURRENT, PREVIOUS, RETIRED, "of the gateway");
                        assertThat(line).as(id).matches("[ -~]*");
                        assertThat(culprit(report, id).delivery().redaction().apply(line))
                                .as(id)
                                .isEqualTo(line);
                    }));
        }
    }

    private static String at(BuiltInReceiver there, BuiltInReceiver here, String line) {
        return line.replace(":" + here.url().getPort(), ":" + there.url().getPort());
    }

    private static Stream<Map.Entry<String, String>> commands(Map<String, Curl> lines) {
        return lines.entrySet().stream()
                .filter(line -> line.getValue().command().isPresent())
                .map(line -> Map.entry(line.getKey(), line.getValue().command().orElseThrow()));
    }

    private static Map<String, Curl> lines(Report report) {
        return report.results().stream()
                .filter(result -> result.verdict() instanceof Verdict.Failed)
                .collect(Collectors.toMap(
                        result -> result.scenario().id(),
                        result -> Curl.of(report.target(), result, name -> name.contains("Token")),
                        (a, b) -> a,
                        TreeMap::new));
    }

    private static Exchange culprit(Report report, String id) {
        Result result = report.results().stream()
                .filter(one -> one.scenario().id().equals(id))
                .findFirst()
                .orElseThrow();
        try {
            return Culprit.of(result);
        } catch (NotForCurlException e) {
            throw new AssertionError(id, e);
        }
    }

    private static Map<String, Exchange> trials(Report report) {
        return report.results().stream()
                .flatMap(result -> result.sent().stream()
                        .map(sent -> Map.entry(key(result.scenario().id(), sent.exchange()), sent.exchange())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first));
    }

    private static String key(String id, Exchange exchange) {
        return id + " " + exchange.delivery().plan();
    }

    /** Which failures have a line, and why others have none: a scenario that loses its line is a change to be seen. */
    private static void checkReach(String name, Map<String, Curl> lines) throws IOException {
        String reach = lines.entrySet().stream()
                .map(line -> line.getKey() + "\t"
                        + (line.getValue().command().isPresent()
                                ? "curl"
                                : line.getValue().whyNot()) + "\n")
                .collect(Collectors.joining());
        Path golden = Path.of("src", "test", "resources", "report", name);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, reach, UTF_8);
        }
        assertThat(reach)
                .as("%s (run again with -Dgolden.update=true if the change is wanted)", golden)
                .isEqualTo(Files.readString(golden, UTF_8));
    }

    private static ReceiverSettings receiver(String secret) {
        return ReceiverSettings.of(secret).withPreviousSecret(PREVIOUS).withRetiredSecrets(List.of(RETIRED));
    }

    private static Report run(BuiltInReceiver receiver) {
        Secrets secrets =
                new Secrets(Secret.of(CURRENT), Optional.of(Secret.of(PREVIOUS)), List.of(Secret.of(RETIRED)));
        RunSettings settings = RunSettings.of(Target.of(receiver.url().toString()), secrets)
                .headers(List.of(new HeaderLine("X-Gateway-Token", "of the gateway")))
                .seed(1)
                .build();
        try (Session session = Session.open(settings)) {
            return session.run(
                    "default",
                    Suite.scenarios().stream()
                            .filter(scenario -> !scenario.has(Tag.SLOW) && !scenario.has(Tag.HEAVY))
                            .toList(),
                    RunListener.SILENT);
        }
    }
}
