package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.statuspulse.conformance.suite.Profile;
import io.statuspulse.junit.ConformanceTest;
import io.statuspulse.junit.ReceiverProvider;
import io.statuspulse.junit.ReceiverUnderTest;
import io.statuspulse.junit.ScenarioRun;
import io.statuspulse.schemas.SchemaName;
import io.statuspulse.schemas.Schemas;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** A service that validates its events with networknt's validator 1.x, which knows no Jackson but 2. */
class BesideNetworkntTest implements ReceiverProvider {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchema EVENT = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema("{\"type\":\"object\",\"required\":[\"event_id\"],"
                    + "\"properties\":{\"event_id\":{\"type\":\"string\",\"pattern\":\"^evt_[0-9a-f]{12}$\"}}}");
    private static final Map<String, Integer> EFFECTS = new ConcurrentHashMap<>();
    private static final Service SERVICE =
            new Service(BesideNetworkntTest::read, eventId -> EFFECTS.merge(eventId, 1, Integer::sum));

    private static Optional<String> read(byte[] body) throws Exception {
        JsonNode event = JSON.readTree(body);
        return EVENT.validate(event).isEmpty()
                ? Optional.of(event.path("event_id").textValue())
                : Optional.empty();
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

    @Test
    void both_validators_validate() throws Exception {
        assertEquals(1, EVENT.validate(JSON.readTree("{}")).size());
        assertEquals(
                false,
                Schemas.validate(SchemaName.REPORT, "{}".getBytes(StandardCharsets.UTF_8))
                        .isEmpty());
    }
}
