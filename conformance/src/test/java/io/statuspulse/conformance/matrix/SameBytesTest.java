package io.statuspulse.conformance.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.receiver.BuiltInReceiver;
import io.statuspulse.conformance.run.RunListener;
import io.statuspulse.conformance.run.Session;
import io.statuspulse.conformance.run.Tempo;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.suite.Profile;
import io.statuspulse.conformance.suite.Selection;
import io.statuspulse.conformance.suite.Suite;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.conformance.verdict.Result;
import io.statuspulse.conformance.verdict.Result.Sent;
import io.statuspulse.simulator.delivery.Segment;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is sent hangs on the seed and the clock: not on the machine, on luck, or on how many scenarios run at a time. */
@Timeout(120)
class SameBytesTest {
    /** Three threads send until a rotation is over: which of them has which event is nobody's promise. */
    private static final String TRAFFIC = "rotation/live";

    @Test
    void everyScenarioOfTheDefaultProfileSendsTheSameBytesInTheSameOrder() {
        Map<String, List<String>> first = sent(1, 1);

        assertThat(first).hasSizeGreaterThan(200);
        assertThat(first.values().stream().mapToInt(List::size).sum()).isGreaterThan(500);
        assertThat(differing(first, sent(1, 1))).isEmpty();
        assertThat(differing(first, sent(1, 8))).isEmpty();
        assertThat(differing(first, sent(1, 8))).isEmpty();
    }

    @Test
    void anotherSeedSendsOtherBytesInEveryScenarioOfGeneratedEvents() {
        Map<String, List<String>> first = sent(1, 8);
        Map<String, List<String>> second = sent(2, 8);

        Set<String> same = new TreeSet<>(first.keySet());
        same.removeAll(differing(first, second));
        // Its body is the guide's, whatever the seed.
        assertThat(same).containsExactly("acceptance/guide-example");
    }

    private static Set<String> differing(Map<String, List<String>> one, Map<String, List<String>> other) {
        Set<String> ids = new TreeSet<>(one.keySet());
        ids.addAll(other.keySet());
        ids.removeIf(id -> Objects.equals(one.get(id), other.get(id)));
        return ids;
    }

    /** By scenario, what was sent for it in order: each segment with its bytes, pauses included. */
    private static Map<String, List<String>> sent(long seed, int jobs) {
        try (BuiltInReceiver receiver = BuiltInReceiver.start(Bench.receiver().withClock(Bench.FIXED));
                Session session = Session.open(Bench.settings(receiver)
                        .clock(Bench.FIXED)
                        .pace(Tempo::hurried)
                        .seed(seed)
                        .jobs(jobs)
                        .build())) {
            List<Scenario> scenarios = Selection.of(Profile.DEFAULT).from(Suite.scenarios());
            Report report = session.run("default", scenarios, RunListener.SILENT);
            String port = ":" + receiver.port();
            Map<String, List<String>> sent = new TreeMap<>();
            for (Result result : report.results()) {
                if (!result.sent().isEmpty() && !result.scenario().id().equals(TRAFFIC)) {
                    sent.put(
                            result.scenario().id(),
                            result.sent().stream().map(s -> print(s, port)).toList());
                }
            }
            return sent;
        }
    }

    private static String print(Sent sent, String port) {
        StringBuilder bytes = new StringBuilder(sent.role() + ":");
        for (Segment segment : sent.exchange().delivery().segments()) {
            bytes.append('\n')
                    .append(
                            segment instanceof Segment.Write write
                                    ? write.content().asLatin1()
                                    : segment.toString());
        }
        // The receiver's, which is another one each time.
        return bytes.toString().replace(port, ":PORT");
    }
}
