package com.example.statuspulse;

import io.statuspulse.junit.ReceiverUnderTest;
import io.statuspulse.junit.StatusPulseConformance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** The whole suite against the service as it runs: its port is random, and its effects are read from its repository. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "statuspulse.secret=whsec_11111111111111111111111111111111",
            "statuspulse.previous-secret=whsec_22222222222222222222222222222222"
        })
@ActiveProfiles("for-tests-only")
class WebhookConformanceTest implements StatusPulseConformance {
    @LocalServerPort
    private int port;

    @Autowired
    private StatusBoard board;

    @Autowired
    private SecretsInForce secrets;

    @Autowired
    private ForTestsOnly forTestsOnly;

    @Override
    public ReceiverUnderTest receiver() {
        return ReceiverUnderTest.at("http://127.0.0.1:" + port + "/webhook/statuspulse")
                .secret("whsec_11111111111111111111111111111111")
                .previousSecret("whsec_22222222222222222222222222222222")
                .retiredSecret("whsec_33333333333333333333333333333333")
                .effects(board::timesRecorded)
                .states(board::status)
                .rotation((current, previous) -> secrets.rotateTo(new Secrets(current, previous.orElse(null))))
                .failures(forTestsOnly::fail)
                .strict();
    }
}
