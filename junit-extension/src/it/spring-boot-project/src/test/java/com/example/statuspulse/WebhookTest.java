package com.example.statuspulse;

import io.statuspulse.junit.ReceiverUnderTest;
import io.statuspulse.junit.StatusPulseConformance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "statuspulse.secret=whsec_of_the_tests")
class WebhookTest implements StatusPulseConformance {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Override
    public ReceiverUnderTest receiver() {
        return ReceiverUnderTest.at("http://127.0.0.1:" + port + "/webhook/statuspulse")
                .secret("whsec_of_the_tests")
                .effects(eventId -> database.sql("SELECT COUNT(*) FROM processed_event WHERE event_id = ?")
                        .param(eventId)
                        .query(Integer.class)
                        .single());
    }
}
