package com.example;

import com.example.WebhookVerifier.InvalidSignatureException;
import io.statuspulse.conformance.inprocess.InProcessReceiver;
import io.statuspulse.junit.ReceiverUnderTest;
import io.statuspulse.junit.StatusPulseConformance;

class MyThrowingVerifierTest implements StatusPulseConformance {
    private static final String SECRET = "whsec_0123456789abcdef";

    @Override
    public ReceiverUnderTest receiver() {
        return ReceiverUnderTest.inProcess(InProcessReceiver.verifier(
                        InvalidSignatureException.class,
                        (headers, body) -> WebhookVerifier.requireGenuine(SECRET, headers.asMap(), body)))
                .secret(SECRET);
    }
}
