package io.statuspulse.conformance.receiver;

import static io.statuspulse.conformance.receiver.Probes.one;
import static io.statuspulse.conformance.receiver.Probes.several;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

final class SecretProbes {

    private SecretProbes() {}

    static List<Probes.Probe> all() {
        return Stream.concat(accepted(), others()).toList();
    }

    private static Stream<Probes.Probe> accepted() {
        return Stream.of(
                signed("accepts-empty-secret", ""),
                signed("accepts-null-secret", "null"),
                signed("accepts-null-secret", "undefined"),
                signed("accepts-published-secret", "whsec_a8f3k29d4m1p7q"),
                signed("accepts-placeholder-secrets", "changeme"),
                signed("accepts-placeholder-secrets", "whsec_"),
                signed("strips-secret-prefix", Signing.SECRET.substring(6)),
                // What Signing.SECRET is in base64, less its prefix.
                signed("decodes-secret-base64", "secret-of-tests"),
                signed("keeps-secret-newline", Signing.SECRET + "\n"),
                signed("folds-secret-case", Signing.SECRET.toUpperCase(Locale.ROOT)),
                signed("truncates-secret", Signing.SECRET.substring(0, 16)),
                signed("keeps-retired-secrets", Signing.RETIRED));
    }

    private static Stream<Probes.Probe> others() {
        return Stream.of(
                one("current-secret-only", 200, 401, () -> Delivery.valid().secret(Signing.PREVIOUS)),
                one("previous-secret-only", 200, 401, Delivery::valid),
                several(
                        "pins-first-secret",
                        "200 200 200",
                        "200 401 200",
                        () -> signedWith(Signing.SECRET, Signing.PREVIOUS, Signing.SECRET)),
                new Probes.Probe("decodes-secret-hex", "401", "200", r -> {
                    r.rotate("whsec_414243", Optional.empty());
                    return Probes.status(r, Delivery.valid().secret("ABC"));
                }),
                new Probes.Probe("keeps-retired-secrets", "200 401", "200 200", r -> {
                    r.rotate("whsec_next", Optional.empty());
                    return Probes.statuses(r, signedWith("whsec_next", Signing.SECRET));
                }),
                rotated("keeps-previous-secret", "200 401", "200 200", Optional.empty(), "whsec_next", Signing.SECRET),
                rotated("drops-previous-at-rotation", "200", "401", Optional.of(Signing.SECRET), Signing.SECRET),
                rotated("rotates-late", "200 401", "401 200", Optional.empty(), "whsec_next", Signing.SECRET),
                new Probes.Probe("rejects-while-rotating", "200", "401", r -> whileRotating(r, Delivery.valid())),
                new Probes.Probe(
                        "accepts-while-rotating",
                        "401",
                        "200",
                        r -> whileRotating(r, Delivery.valid().secret("whsec_never"))));
    }

    /** What a delivery is answered that comes again and again until the rotation is over: the last, or another. */
    private static String whileRotating(BuiltInReceiver receiver, Delivery delivery) throws IOException {
        CompletableFuture<Void> rotation =
                CompletableFuture.runAsync(() -> receiver.rotate(Signing.SECRET, Optional.of(Signing.PREVIOUS)));
        List<String> answers = new ArrayList<>();
        do {
            answers.add(Probes.status(receiver, delivery));
        } while (!rotation.isDone());
        rotation.join();
        String after = Probes.status(receiver, delivery);
        return answers.stream().filter(a -> !a.equals(after)).findFirst().orElse(after);
    }

    private static Probes.Probe rotated(
            String defect, String right, String wrong, Optional<String> previous, String... signers) {
        return new Probes.Probe(defect, right, wrong, r -> {
            r.rotate("whsec_next", previous);
            return Probes.statuses(r, signedWith(signers));
        });
    }

    private static Probes.Probe signed(String defect, String secret) {
        return one(defect, 401, 200, () -> Delivery.valid().secret(secret));
    }

    private static List<Delivery> signedWith(String... secrets) {
        return Arrays.stream(secrets).map(s -> Delivery.valid().secret(s)).toList();
    }
}
