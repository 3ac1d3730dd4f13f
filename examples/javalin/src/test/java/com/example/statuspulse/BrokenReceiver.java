package com.example.statuspulse;

import io.javalin.Javalin;
import io.statuspulse.junit.IdempotencyConformance;
import io.statuspulse.junit.ReceiverUnderTest;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * What a failure looks like: a receiver that looks first whether an event was processed and remembers it afterwards, so
 * that copies that arrive together are all new. Not run by default, since it fails: {@code mvn test -Dtest=BrokenReceiver}.
 */
class BrokenReceiver implements IdempotencyConformance {
    private static final String SECRET = "whsec_11111111111111111111111111111111";
    private static final Map<String, Integer> EFFECTS = new ConcurrentHashMap<>();
    private static final Set<String> PROCESSED = ConcurrentHashMap.newKeySet();
    private static Javalin server;

    @BeforeAll
    static void start() {
        Signatures signatures = new Signatures(List.of(SECRET), Clock.systemUTC());
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.routes.post("/webhook", context -> {
                        byte[] body = context.bodyAsBytes();
                        boolean genuine = signatures.hold(
                                Collections.list(context.req().getHeaders("X-StatusPulse-Timestamp")),
                                Collections.list(context.req().getHeaders("X-StatusPulse-Signature")),
                                body);
                        context.status(!genuine ? 401 : Events.read(body).isPresent() ? 200 : 422);
                        if (context.statusCode() == 200) {
                            String id = Events.read(body).orElseThrow().path("event_id").stringValue();
                            if (!PROCESSED.contains(id)) {
                                Thread.sleep(50); // The work; meanwhile the copies ask as well.
                                EFFECTS.merge(id, 1, Integer::sum);
                                PROCESSED.add(id);
                            }
                        }
                    });
                })
                .start("127.0.0.1", 0);
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Override
    public ReceiverUnderTest receiver() {
        return ReceiverUnderTest.at("http://127.0.0.1:" + server.port() + "/webhook")
                .secret(SECRET)
                .effects(eventId -> EFFECTS.getOrDefault(eventId, 0));
    }
}
