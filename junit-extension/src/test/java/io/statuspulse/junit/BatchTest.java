package io.statuspulse.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request;

import io.statuspulse.junit.Samples.OneArea;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherFactory;

/** What is selected together is sent together, by the first test; what is selected alone sends no more than it needs. */
class BatchTest {
    private static final String CHOSEN = "[engine:junit-jupiter]/[class:" + Templates.Chosen.class.getName()
            + "]/[test-template:conforms(" + ScenarioRun.class.getName() + ")]";

    private final CountingServer server = new CountingServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void the_first_test_sends_what_is_selected_and_the_others_nothing() {
        int one = last(run(Bench.selectors(OneArea.class, "secret_empty")));
        List<Integer> afterEach = run(Bench.selectors(OneArea.class, "secret_empty", "secret_truncated"));

        assertThat(afterEach).hasSize(2).containsOnly(last(afterEach));
        assertThat(one).isPositive().isLessThan(last(afterEach));
    }

    @Test
    void so_does_the_first_scenario_of_a_template() {
        List<Integer> afterEach = run(selectClass(Templates.Chosen.class));

        assertThat(afterEach).hasSizeGreaterThan(5).containsOnly(last(afterEach));
    }

    @Test
    void a_scenario_of_a_template_that_is_selected_alone_sends_no_more_than_it_needs() {
        int all = last(run(selectClass(Templates.Chosen.class)));
        List<Integer> second = run(selectUniqueId(CHOSEN + "/[test-template-invocation:#2]"));

        assertThat(second).hasSize(1);
        assertThat(last(second)).isPositive().isLessThan(all / 2);
    }

    /** Returns how many requests had come after each test. */
    private List<Integer> run(DiscoverySelector... selectors) {
        Bench.use(server::receiver);
        int before = server.requests();
        List<Integer> afterEach = new ArrayList<>();
        LauncherFactory.create().execute(request().selectors(selectors).build(), new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
                if (identifier.isTest()) {
                    afterEach.add(server.requests() - before);
                }
            }
        });
        return afterEach;
    }

    private static int last(List<Integer> counts) {
        return counts.get(counts.size() - 1);
    }
}
