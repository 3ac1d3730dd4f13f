package com.example;

import static io.statuspulse.conformance.scenario.ScenarioBuilder.must;
import static io.statuspulse.simulator.delivery.DeliveryPlan.valid;

import io.statuspulse.conformance.scenario.Mend;
import io.statuspulse.conformance.scenario.Requirement;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.suite.ScenarioSource;
import io.statuspulse.simulator.delivery.BodyEdit.PadTo;
import io.statuspulse.simulator.delivery.SentEdit.AddHeader;
import io.statuspulse.simulator.delivery.SentEdit.SetHeader;
import java.util.List;

/** Named by a test, and a service too. */
public final class TeamScenarios implements ScenarioSource {
    private static final Requirement TENANT = Requirement.own("TEAM-7", "A delivery may name its tenant in X-Tenant.");
    private static final String MIXED_UP = "Outages of one customer show on the status page of another.";
    private static final Mend LOOK = Mend.anywhere("Look at X-Tenant after the signature.");

    @Override
    public List<Scenario> scenarios() {
        return List.of(
                must("team/tenant-named", TENANT, "a delivery that names its tenant is accepted")
                        .why(MIXED_UP)
                        .mend(LOOK)
                        .accepts(valid().but(new AddHeader("X-Tenant", "acme"))),
                must("team/tenant-forged", TENANT, "a delivery that names its tenant is verified all the same")
                        .why(MIXED_UP)
                        .mend(LOOK)
                        .rejects(valid().with(new AddHeader("X-Tenant", "acme"))
                                .but(new SetHeader("X-StatusPulse-Signature", "0".repeat(64)))),
                must("team/size-limit", TENANT, "a body of 100 kB is accepted")
                        .why("The events of large incidents are lost.")
                        .mend(Mend.anywhere("Raise the limit of the server to 100 kB."))
                        .accepts(valid().but(new PadTo(100_000))));
    }
}
