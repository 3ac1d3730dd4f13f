package io.statuspulse.junit;

import static io.statuspulse.conformance.scenario.ScenarioBuilder.must;
import static io.statuspulse.simulator.delivery.DeliveryPlan.valid;

import io.statuspulse.conformance.scenario.Mend;
import io.statuspulse.conformance.scenario.Requirement;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.ScenarioBuilder;
import io.statuspulse.conformance.suite.ScenarioSource;
import io.statuspulse.simulator.delivery.SentEdit.AddHeader;
import java.time.Duration;
import java.util.List;

/** Scenarios of a team's own, and test classes that run them; run by the tests of this module. */
final class Team {
    private static final Requirement TENANT =
            Requirement.own("TEAM-7", "Every delivery names a known tenant in X-Tenant.");

    private Team() {}

    static final class Rules implements ScenarioSource {
        private Rules() {}

        @Override
        public List<Scenario> scenarios() {
            return scenarios(Duration.ofSeconds(300));
        }

        @Override
        public List<Scenario> scenarios(Duration tolerance) {
            return List.of(
                    scenario("team/tenant-named")
                            .accepts(valid().but(new AddHeader("X-Tenant", "acme-" + tolerance.toSeconds()))),
                    scenario("team/tenant-unknown").rejects(valid().but(new AddHeader("X-Tenant", "nobody"))));
        }
    }

    static final class Wrong implements ScenarioSource {
        @Override
        public List<Scenario> scenarios() {
            return List.of(scenario("signature/ours").accepts(valid()));
        }
    }

    static final class NotMade implements ScenarioSource {
        NotMade(String ignored) {}

        @Override
        public List<Scenario> scenarios() {
            return List.of();
        }
    }

    private static ScenarioBuilder scenario(String id) {
        return must(id, TENANT, "what " + id + " says holds")
                .why("Outages of one customer show on the page of another.")
                .mend(Mend.anywhere("Look at X-Tenant."));
    }

    static class OwnRules extends Templates.Base {
        @ConformanceTest(scenarios = Rules.class, select = "team/*")
        void conforms(ScenarioRun run) {
            run.verify();
        }
    }

    @KnownFailure(scenario = "team/tenant-unknown", reason = "tenants come later")
    static class WithAll extends Templates.Base {
        @ConformanceTest(
                scenarios = Rules.class,
                select = {"team/*", "signature/missing"})
        void conforms(ScenarioRun run) {
            run.verify();
        }
    }

    static class WrongRules extends Templates.Base {
        @ConformanceTest(scenarios = Wrong.class)
        void conforms(ScenarioRun run) {
            run.verify();
        }
    }

    static class RulesThatCannotBeMade extends Templates.Base {
        @ConformanceTest(scenarios = NotMade.class)
        void conforms(ScenarioRun run) {
            run.verify();
        }
    }
}
