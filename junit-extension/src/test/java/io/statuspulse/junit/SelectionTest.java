package io.statuspulse.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.TagFilter.includeTags;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request;

import io.statuspulse.conformance.receiver.BuiltInReceiver;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.suite.Suite;
import io.statuspulse.junit.Samples.OneArea;
import io.statuspulse.junit.Samples.Whole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherFactory;

/** What is selected, as JUnit's launcher tells it: that is sent, side by side, and nothing else. */
class SelectionTest {

    /** Collects how tests end. */
    private static final class Endings implements TestExecutionListener {
        final List<String> succeeded = new ArrayList<>();
        final List<String> others = new ArrayList<>();
        final List<String> skipped = new ArrayList<>();

        @Override
        public synchronized void executionSkipped(TestIdentifier identifier, String reason) {
            skipped.add(reason);
        }

        @Override
        public synchronized void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
            if (identifier.isTest()) {
                boolean success = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
                (success ? succeeded : others).add(identifier.getDisplayName() + result.getThrowable());
            }
        }
    }

    @Test
    void a_correct_receiver_passes_the_whole_suite_with_its_effects_seen() {
        try (BuiltInReceiver server = Bench.correct()) {
            Bench.use(() -> ReceiverUnderTest.at(server.url())
                    .secret(Bench.SECRET)
                    .previousSecret(Bench.PREVIOUS)
                    .retiredSecret(Bench.RETIRED)
                    .effects(server::effects)
                    .rotation(server::rotate)
                    .failures(server::failNext)
                    .states(server::state)
                    .strict());

            Endings endings = run(request().selectors(selectClass(Whole.class)).build());

            List<String> overTls = Suite.scenarios().stream()
                    .map(Scenario::id)
                    .filter(id -> id.startsWith("tls/") || id.equals("acceptance/http-2"))
                    .toList();
            assertThat(endings.others)
                    .hasSize(overTls.size())
                    .allMatch(ending -> overTls.stream().anyMatch(id -> ending.startsWith(id + ":")));
            assertThat(endings.succeeded).hasSize(Suite.scenarios().size() - overTls.size());
            assertThat(Bench.timesAsked()).isEqualTo(1);
        }
    }

    @Test
    void tags_select() {
        try (BuiltInReceiver server = Bench.correct()) {
            Bench.use(() -> ReceiverUnderTest.at(server.url()).secret(Bench.SECRET));

            Endings endings = run(request()
                    .selectors(selectClass(Whole.class))
                    .filters(includeTags("quick & must & !timestamp"))
                    .build());

            long expected = Suite.scenarios().stream()
                    .filter(s -> s.tags().contains(io.statuspulse.conformance.scenario.Tag.QUICK))
                    .filter(s -> s.level() == io.statuspulse.conformance.scenario.Level.MUST)
                    .filter(s -> !s.area().equals("timestamp"))
                    .count();
            assertThat(endings.others).isEmpty();
            assertThat(endings.succeeded).hasSize((int) expected).hasSizeGreaterThan(5);
        }
    }

    @Test
    void a_parameter_skips_what_it_does_not_match() {
        try (BuiltInReceiver server = Bench.correct()) {
            Bench.use(() -> ReceiverUnderTest.at(server.url()).secret(Bench.SECRET));

            Endings endings = run(request()
                    .configurationParameter("statuspulse.scenario", "secret/empty, secret/truncated")
                    .selectors(selectClass(OneArea.class))
                    .build());

            assertThat(endings.succeeded).hasSize(2).allMatch(ending -> ending.startsWith("secret/"));
            assertThat(endings.others).isEmpty();
            assertThat(endings.skipped)
                    .isNotEmpty()
                    .containsOnly("statuspulse.scenario=secret/empty,secret/truncated does not match it");
        }
    }

    private static Endings run(LauncherDiscoveryRequest request) {
        Endings endings = new Endings();
        LauncherFactory.create().execute(request, endings);
        return endings;
    }
}
