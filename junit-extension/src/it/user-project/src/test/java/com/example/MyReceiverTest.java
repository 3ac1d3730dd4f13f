package com.example;

import io.statuspulse.conformance.receiver.BuiltInReceiver;
import io.statuspulse.conformance.receiver.Defects;
import io.statuspulse.conformance.receiver.ReceiverSettings;
import io.statuspulse.junit.ReceiverUnderTest;
import io.statuspulse.junit.StatusPulseConformance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class MyReceiverTest implements StatusPulseConformance {
    private static final ReceiverSettings CORRECT = ReceiverSettings.of("whsec_user_project_0123456789");
    private static BuiltInReceiver server;

    @BeforeAll
    static void start() {
        server = BuiltInReceiver.start(Defects.named(System.getProperty("defect", ""))
                .map(CORRECT::withDefect)
                .orElse(CORRECT));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    public ReceiverUnderTest receiver() {
        return ReceiverUnderTest.at(server.url()).secret(CORRECT.secret());
    }
}
