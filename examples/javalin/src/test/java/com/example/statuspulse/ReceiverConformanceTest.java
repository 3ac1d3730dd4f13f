package com.example.statuspulse;

import io.statuspulse.junit.ReceiverUnderTest;
import io.statuspulse.junit.StatusPulseConformance;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class ReceiverConformanceTest implements StatusPulseConformance {
    private static final Map<String, Integer> EFFECTS = new ConcurrentHashMap<>();
    private static Receiver receiver;

    @BeforeAll
    static void start() {
        receiver = new Receiver(
                0,
                List.of("whsec_11111111111111111111111111111111", "whsec_22222222222222222222222222222222"),
                event -> EFFECTS.merge(event.path("event_id").stringValue(), 1, Integer::sum));
    }

    @AfterAll
    static void stop() {
        receiver.close();
    }

    @Override
    public ReceiverUnderTest receiver() {
        return ReceiverUnderTest.at(receiver.url())
                .secret("whsec_11111111111111111111111111111111")
                .previousSecret("whsec_22222222222222222222222222222222")
                .retiredSecret("whsec_33333333333333333333333333333333")
                .effects(eventId -> EFFECTS.getOrDefault(eventId, 0))
                .strict();
    }
}
