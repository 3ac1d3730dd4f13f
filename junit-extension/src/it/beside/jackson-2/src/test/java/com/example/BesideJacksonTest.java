package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.PackageVersion;
import io.statuspulse.conformance.suite.Profile;
import io.statuspulse.junit.ConformanceTest;
import io.statuspulse.junit.ReceiverProvider;
import io.statuspulse.junit.ReceiverUnderTest;
import io.statuspulse.junit.ScenarioRun;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** A service that reads its events with a Jackson 2 of its own. */
class BesideJacksonTest implements ReceiverProvider {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Integer> EFFECTS = new ConcurrentHashMap<>();
    private static final Service SERVICE =
            new Service(BesideJacksonTest::read, eventId -> EFFECTS.merge(eventId, 1, Integer::sum));

    private static Optional<String> read(byte[] body) throws Exception {
        JsonNode event = JSON.readTree(body);
        return Optional.ofNullable(event.path("event_id").textValue());
    }

    @Override
    public ReceiverUnderTest receiver() {
        return ReceiverUnderTest.inProcess(SERVICE.receiver())
                .secret(Service.SECRET)
                .effects(eventId -> EFFECTS.getOrDefault(eventId, 0));
    }

    @ConformanceTest(profile = Profile.QUICK)
    void conforms(ScenarioRun run) {
        run.verify();
    }

    record Check(String check_id) {}

    @Test
    void it_is_the_users_own() throws Exception {
        assertEquals(System.getProperty("library.version"), PackageVersion.VERSION.toString());
        assertEquals("{\"check_id\":\"chk_1\"}", JSON.writeValueAsString(new Check("chk_1")));
    }
}
