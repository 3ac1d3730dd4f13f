package io.statuspulse.conformance.receiver;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where a signature is looked for besides its header, and what is stripped from it (REQ-SIG-2). */
final class SignaturePlaceDefects {

    private static final Pattern IN_BODY = Pattern.compile(
            ",?\\s*\"[\\w-]*signature[\\w-]*\"\\s*:\\s*\"([0-9a-f]{64})\"\\s*", Pattern.CASE_INSENSITIVE);

    private SignaturePlaceDefects() {}

    static List<Defect> all() {
        return List.of(
                stripping(
                        "strips-sha256-prefix",
                        "strips sha256= from the signature, which this scheme does not have",
                        "octokit/webhooks-methods.js, src/web.ts",
                        s -> s.replaceFirst("^sha256=", "")),
                stripping(
                        "strips-version-prefix",
                        "strips v1, or v1= from the signature, which this scheme does not have",
                        "",
                        s -> s.replaceFirst("^v1[,=]", "")),
                looking(
                        "first-signature-wins",
                        "takes the first of several signature headers",
                        "standard-webhooks: its Java and Go libraries",
                        r -> r.headers().values(Headers.SIGNATURE).stream().limit(1)),
                looking(
                        "last-signature-wins",
                        "takes the last of several signature headers",
                        "",
                        r -> r.headers().values(Headers.SIGNATURE).stream().reduce((first, last) -> last).stream()),
                looking(
                        "splits-signature-list",
                        "splits the signature at commas and accepts if any part is right",
                        "standard-webhooks: its scheme has lists, this one has not",
                        r -> r.headers().values(Headers.SIGNATURE).stream()
                                .flatMap(v -> Arrays.stream(v.split(",", -1)))
                                .map(String::strip)),
                looking(
                        "reads-signature-from-query",
                        "looks for the signature in the query string if there is no header",
                        "",
                        r -> orElse(r, SignaturePlaceDefects::queryValues)),
                looking(
                        "reads-signature-from-trailer",
                        "merges the trailers of a chunked body into the headers",
                        "RFC 9110 section 6.5.1 forbids it",
                        r -> orElse(r, x -> x.trailers().values(Headers.SIGNATURE).stream())),
                looking(
                        "reads-other-signature-headers",
                        "takes X-Signature or X-Hub-Signature-256 if the scheme's own header is missing",
                        "",
                        r -> orElse(
                                r,
                                x -> Stream.of("X-Signature", "X-Hub-Signature-256")
                                        .flatMap(n -> x.headers().values(n).stream())
                                        .map(v -> v.replaceFirst("^sha256=", "")))),
                Defect.ofVerification(
                        "reads-signature-from-body",
                        "takes a signature field out of the body if there is no header, and verifies what is left",
                        "",
                        ReadsFromBody::new));
    }

    private static Defect stripping(String name, String summary, String source, UnaryOperator<String> strip) {
        return Defect.ofVerification(name, summary, source, setup -> new Verification(setup) {
            @Override
            boolean matches(String given, String expected) {
                return super.matches(strip.apply(given), expected);
            }
        });
    }

    /** A receiver that accepts if one of the signatures it finds is right. */
    private static Defect looking(
            String name, String summary, String source, Function<Request, Stream<String>> places) {
        BiFunction<Setup, Function<Request, Stream<String>>, Verification> made = Looking::new;
        return Defect.ofVerification(name, summary, source, setup -> made.apply(setup, places));
    }

    private static final class Looking extends Verification {
        private final Function<Request, Stream<String>> places;

        Looking(Setup setup, Function<Request, Stream<String>> places) {
            super(setup);
            this.places = places;
        }

        @Override
        boolean holds(Request request) {
            Optional<String> timestamp = timestamp(request);
            return timestamp.isPresent()
                    && timely(request, timestamp.get())
                    && places.apply(request).anyMatch(s -> signed(request, timestamp.get(), s));
        }
    }

    private static final class ReadsFromBody extends Verification {
        ReadsFromBody(Setup setup) {
            super(setup);
        }

        @Override
        boolean holds(Request request) {
            if (!request.headers().values(Headers.SIGNATURE).isEmpty()) {
                return super.holds(request);
            }
            String text = new String(request.body(), StandardCharsets.UTF_8);
            Matcher field = IN_BODY.matcher(text);
            Optional<String> timestamp = timestamp(request);
            if (!field.find() || timestamp.isEmpty()) {
                return false;
            }
            String rest = (text.substring(0, field.start()) + text.substring(field.end())).replaceFirst("^\\{,", "{");
            return timely(request, timestamp.get())
                    && signed(request.withBody(Macs.utf8(rest)), timestamp.get(), field.group(1));
        }
    }

    private static Stream<String> orElse(Request request, Function<Request, Stream<String>> elsewhere) {
        List<String> own = request.headers().values(Headers.SIGNATURE);
        return own.isEmpty() ? elsewhere.apply(request) : own.size() == 1 ? own.stream() : Stream.of();
    }

    private static Stream<String> queryValues(Request request) {
        return Arrays.stream(request.query().split("&", -1))
                .map(pair -> pair.substring(pair.indexOf('=') + 1))
                .map(SignaturePlaceDefects::decoded);
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }
}
