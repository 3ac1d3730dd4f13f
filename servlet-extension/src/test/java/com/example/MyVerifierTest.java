package com.example;

import io.statuspulse.conformance.inprocess.InProcessReceiver;
import io.statuspulse.junit.ReceiverUnderTest;
import io.statuspulse.junit.StatusPulseConformance;

class MyVerifierTest implements StatusPulseConformance {
    private static final String SECRET = "whsec_0123456789abcdef";

    @Override
    public ReceiverUnderTest receiver() {
        return ReceiverUnderTest.inProcess(InProcessReceiver.verifier(
                        (headers, body) -> WebhookVerifier.isGenuine(SECRET, headers.asMap(), body)))
                .secret(SECRET);
    }
}
