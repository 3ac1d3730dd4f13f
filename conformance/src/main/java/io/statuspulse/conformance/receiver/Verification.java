package io.statuspulse.conformance.receiver;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Whether a delivery is genuine and fresh (REQ-SIG-1 to 3, REQ-TIME-1 to 3, REQ-ROT-1 to 3). */
class Verification {

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");
    private static final Pattern HEX_MAC = Pattern.compile("[0-9a-f]{64}");

    final Setup setup;

    Verification(Setup setup) {
        this.setup = setup;
    }

    /** Puts other secrets in force for what arrives from now on. */
    void rotate(String current, Optional<String> previous) {
        setup.rotate(current, previous);
    }

    boolean holds(Request request) {
        Optional<String> signature = signature(request);
        Optional<String> timestamp = timestamp(request);
        return signature.isPresent()
                && timestamp.isPresent()
                && timely(request, timestamp.get())
                && signed(request, timestamp.get(), signature.get());
    }

    Optional<String> signature(Request request) {
        return only(request, Headers.SIGNATURE);
    }

    Optional<String> timestamp(Request request) {
        return only(request, Headers.TIMESTAMP);
    }

    Optional<String> only(Request request, String name) {
        List<String> values = request.headers().values(name);
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    boolean timely(Request request, String timestamp) {
        OptionalLong seconds = seconds(timestamp);
        return seconds.isPresent() && fresh(seconds.getAsLong());
    }

    OptionalLong seconds(String timestamp) {
        return SECONDS.matcher(timestamp).matches() ? OptionalLong.of(Long.parseLong(timestamp)) : OptionalLong.empty();
    }

    boolean fresh(long seconds) {
        return Math.abs(setup.now() - seconds) <= setup.tolerance().toSeconds();
    }

    boolean signed(Request request, String timestamp, String signature) {
        byte[] content = content(request, timestamp);
        boolean held = false;
        for (byte[] key : keys()) {
            held |= matches(signature, Macs.hmacSha256(key, content));
        }
        return held;
    }

    byte[] content(Request request, String timestamp) {
        return Macs.content(timestamp, request.body());
    }

    List<byte[]> keys() {
        return setup.secrets().active().stream().map(Macs::utf8).toList();
    }

    boolean matches(String given, String expected) {
        return HEX_MAC.matcher(given).matches() && Macs.same(given, expected);
    }
}
