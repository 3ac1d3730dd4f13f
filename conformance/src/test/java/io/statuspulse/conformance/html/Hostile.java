package io.statuspulse.conformance.html;

import io.statuspulse.conformance.recorded.RecordedExchange;
import io.statuspulse.conformance.recorded.RecordedExchange.Header;
import io.statuspulse.conformance.recorded.RecordedReport;
import io.statuspulse.conformance.recorded.RecordedReport.RecordedKit;
import io.statuspulse.conformance.recorded.RecordedResult;
import io.statuspulse.conformance.scenario.Level;
import io.statuspulse.conformance.scenario.Mend;
import io.statuspulse.conformance.verdict.Fact;
import io.statuspulse.conformance.verdict.Finding;
import io.statuspulse.conformance.verdict.Outcome;
import io.statuspulse.conformance.verdict.Result.Role;
import io.statuspulse.conformance.verdict.RunAgain;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Reports of which every text is out for harm. */
final class Hostile {
    private Hostile() {}

    /** Each text is made from its number, so that each can be found again. */
    static RecordedReport report(IntFunction<String> texts) {
        return new Writer(texts).report(List.of(Outcome.values()));
    }

    /** As large as a receiver can make it: every scenario failed, each answer is cut nowhere but here. */
    static RecordedReport large(int scenarios, int exchanges, String text) {
        List<RecordedResult> results = new ArrayList<>();
        for (int i = 0; i < scenarios; i++) {
            results.add(new RecordedResult(
                    "area-" + i % 14 + "/scenario-" + i,
                    "what holds where it passes, in some thirty words or so of which most are short",
                    Level.MUST,
                    "REQ-SIG-2",
                    "t".repeat(120),
                    "reject",
                    Outcome.FAILED,
                    List.of(
                            new Fact("expected", "a rejection (400, 401, 403) and no effect"),
                            new Fact("edit", "DropHeader[signature]"),
                            new Fact("actual", "200 OK (\"" + text.substring(0, Math.min(120, text.length())) + "\")")),
                    new BigDecimal("4.2"),
                    List.of(),
                    "w".repeat(130),
                    new Mend("j".repeat(140), "n".repeat(140), "g".repeat(140), "p".repeat(140)),
                    Optional.empty(),
                    Optional.empty(),
                    IntStream.range(0, exchanges)
                            .mapToObj(n -> exchange(text + n, "DropHeader[signature]"))
                            .toList()));
        }
        return new RecordedReport(
                new RecordedKit("kit", "1"),
                "1.0",
                "http://127.0.0.1/",
                1,
                Instant.EPOCH,
                BigDecimal.TEN,
                "full",
                false,
                "observed",
                results,
                List.of(new Finding(
                        "accepts-everything",
                        "f".repeat(200),
                        "e".repeat(300),
                        "m".repeat(400),
                        results.stream().map(RecordedResult::id).toList())),
                Optional.empty(),
                RunAgain.at("http://127.0.0.1/"));
    }

    private static RecordedExchange exchange(String text, String edit) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String latin1 = new String(bytes, StandardCharsets.ISO_8859_1);
        return new RecordedExchange(
                Role.TRIAL,
                List.of(edit),
                new RecordedExchange.Request(
                        "POST /hook HTTP/1.1",
                        List.of(new Header("X-Sent", latin1)),
                        Base64.getEncoder().encodeToString(bytes),
                        true,
                        Optional.empty(),
                        false,
                        List.of()),
                Optional.of(new RecordedExchange.Response(
                        200, List.of(new Header("X-Answered", latin1)), text, true, "OK", Optional.empty())),
                Optional.empty(),
                Map.of("total", BigDecimal.TEN),
                Optional.empty());
    }

    /** Numbers its texts. */
    private static final class Writer {
        private final IntFunction<String> texts;
        private int number;

        Writer(IntFunction<String> texts) {
            this.texts = texts;
        }

        private String next() {
            return texts.apply(number++);
        }

        RecordedReport report(List<Outcome> outcomes) {
            List<RecordedResult> results =
                    outcomes.stream().map(outcome -> result(outcome)).toList();
            return new RecordedReport(
                    new RecordedKit(next(), next()),
                    next(),
                    next(),
                    1,
                    Instant.EPOCH,
                    BigDecimal.ONE,
                    next(),
                    false,
                    "not-observed",
                    results,
                    List.of(new Finding(
                            "a-finding",
                            next(),
                            next(),
                            "Java: " + next() + "\nGo: " + next() + "\n" + next(),
                            List.of(results.get(1).id()))),
                    Optional.empty(),
                    new RunAgain(
                            "http://127.0.0.1/<script>alert(1)</script>",
                            true,
                            List.of("<script>alert(1)</script>.jar")));
        }

        private RecordedResult result(Outcome outcome) {
            return new RecordedResult(
                    "area/" + outcome.label(),
                    next(),
                    Level.MUST,
                    "REQ-SIG-1",
                    next(),
                    "reject",
                    outcome,
                    List.of(
                            new Fact("reason", next()),
                            new Fact("waiver", next()),
                            new Fact("observed", next()),
                            new Fact(next(), next())),
                    BigDecimal.ONE,
                    List.of(),
                    next(),
                    new Mend(next(), next(), next(), next()),
                    Optional.of(next()),
                    Optional.of(next()),
                    List.of(exchange(Optional.empty()), exchange(Optional.of(base64(next())))));
        }

        private RecordedExchange exchange(Optional<String> wire) {
            return new RecordedExchange(
                    Role.TRIAL,
                    List.of(next()),
                    new RecordedExchange.Request(
                            wire.isPresent() ? "" : next(),
                            wire.isPresent() ? List.of() : List.of(new Header(next(), next())),
                            wire.isPresent() ? "" : base64(next()),
                            false,
                            wire,
                            false,
                            List.of(next())),
                    Optional.of(new RecordedExchange.Response(
                            200, List.of(new Header(next(), next())), next(), false, "OK", Optional.empty())),
                    Optional.of(next()),
                    Map.of(next(), BigDecimal.TEN),
                    Optional.empty());
        }

        private static String base64(String text) {
            return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
