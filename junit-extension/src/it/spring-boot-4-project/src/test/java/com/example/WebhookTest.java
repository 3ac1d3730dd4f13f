package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.statuspulse.junit.ReceiverUnderTest;
import io.statuspulse.junit.StatusPulseConformance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class WebhookTest implements StatusPulseConformance {
    @LocalServerPort
    int port;

    @Autowired
    WebhookController controller;

    @Override
    public ReceiverUnderTest receiver() {
        return ReceiverUnderTest.at("http://127.0.0.1:" + port + "/webhook/statuspulse")
                .secret(WebhookController.SECRET)
                .effects(controller::timesProcessed);
    }

    @Test
    void it_is_spring_boot_4() {
        assertEquals("4.0.7", SpringBootVersion.getVersion());
    }
}
