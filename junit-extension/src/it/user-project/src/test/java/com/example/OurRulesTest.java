package com.example;

import io.statuspulse.conformance.receiver.BuiltInReceiver;
import io.statuspulse.conformance.receiver.ReceiverSettings;
import io.statuspulse.conformance.suite.Profile;
import io.statuspulse.junit.ConformanceTest;
import io.statuspulse.junit.ReceiverUnderTest;
import io.statuspulse.junit.ScenarioRun;
import io.statuspulse.junit.StatusPulseExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.RegisterExtension;

class OurRulesTest {
    private static final BuiltInReceiver SERVER = BuiltInReceiver.start(ReceiverSettings.of("whsec_our_rules_0123"));

    @RegisterExtension
    static StatusPulseExtension statusPulse =
            StatusPulseExtension.of(ReceiverUnderTest.at(SERVER::url).secret("whsec_our_rules_0123"));

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ConformanceTest(
            scenarios = TeamScenarios.class,
            select = {"quick", "team/*"})
    void conforms(ScenarioRun run) {
        run.verify();
    }

    @ConformanceTest(profile = Profile.DEFAULT, select = "team/*")
    void services_are_found(ScenarioRun run) {
        run.verify();
    }
}
