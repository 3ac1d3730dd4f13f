package com.example;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.statuspulse.conformance.inprocess.InProcessReceiver;
import io.statuspulse.simulator.inprocess.InProcessRequest;
import io.statuspulse.simulator.inprocess.InProcessResponse;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What stands for the user's service: it verifies deliveries, reads them with the user's library, and works on each once. */
final class Service {
    static final String SECRET = "whsec_beside_0123456789";

    private final Reader reader;
    private final Work work;
    private final Set<String> processed = ConcurrentHashMap.newKeySet();

    Service(Reader reader, Work work) {
        this.reader = reader;
        this.work = work;
    }

    interface Reader {
        /** Returns the event's id, or nothing where the body is no event. */
        Optional<String> eventId(byte[] body) throws Exception;
    }

    interface Work {
        void on(String eventId) throws Exception;
    }

    InProcessReceiver receiver() {
        return InProcessReceiver.handler("/webhook", request -> InProcessResponse.of(status(request)));
    }

    private int status(InProcessRequest request) throws Exception {
        byte[] body = request.body().toArray();
        List<String> timestamps = request.headers().all("X-StatusPulse-Timestamp");
        List<String> signatures = request.headers().all("X-StatusPulse-Signature");
        if (timestamps.size() != 1
                || signatures.size() != 1
                || !isGenuine(timestamps.get(0), signatures.get(0), body)) {
            return 401;
        }
        Optional<String> eventId = reader.eventId(body);
        if (eventId.isEmpty()) {
            return 422;
        }
        if (processed.add(eventId.get())) {
            work.on(eventId.get());
        }
        return 200;
    }

    private static boolean isGenuine(String timestamp, String signature, byte[] body) throws GeneralSecurityException {
        if (!timestamp.matches("[0-9]{1,11}")
                || Math.abs(Instant.now().getEpochSecond() - Long.parseLong(timestamp)) > 300) {
            return false;
        }
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
        mac.update((timestamp + ".").getBytes(US_ASCII));
        String expected = HexFormat.of().formatHex(mac.doFinal(body));
        return MessageDigest.isEqual(expected.getBytes(US_ASCII), signature.getBytes(UTF_8));
    }
}
