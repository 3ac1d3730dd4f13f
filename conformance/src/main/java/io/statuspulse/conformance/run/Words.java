package io.statuspulse.conformance.run;

import io.statuspulse.simulator.delivery.Printable;
import io.statuspulse.simulator.wire.Exchange;
import io.statuspulse.simulator.wire.Failure;
import io.statuspulse.simulator.wire.Response;
import java.time.Duration;
import java.util.regex.Pattern;

/** What was seen, in words for facts; nothing confidential and nothing that a terminal would act on. */
final class Words {
    private static final int MOST = 120;
    private static final Pattern HEAD_AND_TAGS =
            Pattern.compile("(?is)(<(head|script|style)\\b.*?</\\2>|<[^>]*>|&nbsp;|\\s)+");

    private Words() {}

    /** Returns e.g. {@code 401 Unauthorized ("Invalid signature")} or {@code no answer within 10 s}. */
    static String of(Exchange exchange) {
        String answer =
                exchange.response().map(response -> answer(exchange, response)).orElse("");
        String failure = exchange.failure()
                .map(Failure::words)
                .map(exchange.delivery().redaction()::apply)
                .orElse("");
        if (answer.isEmpty()) {
            return failure;
        }
        return failure.isEmpty() ? answer : answer + ", then " + failure;
    }

    private static String answer(Exchange exchange, Response response) {
        String reason = shown(exchange, response.reason());
        String location = response.header("Location")
                .map(to -> " to " + shown(exchange, to))
                .orElse("");
        String body = shown(exchange, text(response));
        return response.status()
                + (reason.isEmpty() ? "" : " " + reason)
                + location
                + (body.isEmpty() ? "" : " (\"" + body + "\")");
    }

    /** The body's text; of an HTML page what a reader would see, since servers put the cause of an error there. */
    private static String text(Response response) {
        String body = response.body().asUtf8().strip();
        return body.startsWith("<")
                ? HEAD_AND_TAGS.matcher(body).replaceAll(" ").strip()
                : body;
    }

    private static String shown(Exchange exchange, String text) {
        String harmless = Printable.decoded(exchange.delivery().redaction().apply(text));
        int end = harmless.offsetByCodePoints(0, Math.min(MOST, harmless.codePointCount(0, harmless.length())));
        return end == harmless.length() ? harmless : harmless.substring(0, end) + "…";
    }

    /** Returns e.g. {@code 300 ms}, {@code 2.5 s}, {@code 300 s} or {@code 25 h}. */
    static String of(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1000) {
            return millis + " ms";
        }
        if (millis % 1000 != 0 && millis < 60_000) {
            return millis / 1000 + "." + millis % 1000 / 100 + " s";
        }
        long seconds = duration.toSeconds();
        return seconds < 3600 || seconds % 3600 != 0 ? seconds + " s" : seconds / 3600 + " h";
    }
}
