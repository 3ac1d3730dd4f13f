package io.statuspulse.conformance.receiver;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** How fresh a delivery must be, and whether its timestamp must be there at all (REQ-TIME-2 to 4). */
final class TimestampDefects {

    private static final long HOUR = Duration.ofHours(1).toSeconds();
    private static final long MOST_ZONES = 14;

    private TimestampDefects() {}

    static List<Defect> all() {
        return List.of(
                drift(
                        "no-drift-check",
                        "never compares the timestamp with its clock",
                        "GHSA-q9g3-q6fj-hc2x",
                        (s, age) -> true),
                drift(
                        "no-future-limit",
                        "limits how old a timestamp may be, not how far ahead",
                        "stripe-php #657",
                        (s, age) -> age <= tolerance(s)),
                drift(
                        "no-past-limit",
                        "limits how far ahead a timestamp may be, not how old",
                        "",
                        (s, age) -> age >= -tolerance(s)),
                drift(
                        "no-future-allowed",
                        "rejects every timestamp ahead of its clock",
                        "formsg-javascript-sdk PR #47",
                        (s, age) -> age >= 0 && age <= tolerance(s)),
                drift(
                        "tolerance-too-small",
                        "tolerates a tenth of what was agreed",
                        "",
                        (s, age) -> Math.abs(age) <= tolerance(s) / 10),
                drift(
                        "tolerance-doubled",
                        "tolerates twice what was agreed",
                        "",
                        (s, age) -> Math.abs(age) <= 2 * tolerance(s)),
                drift(
                        "tolerance-in-minutes",
                        "takes the tolerance's seconds for minutes",
                        "",
                        (s, age) -> Math.abs(age) <= 60 * tolerance(s)),
                drift(
                        "tolerance-in-hours",
                        "takes the tolerance's seconds for hours",
                        "",
                        (s, age) -> Math.abs(age) <= 3600 * tolerance(s)),
                drift(
                        "forgives-time-zones",
                        "forgives whole hours of drift, because clocks were set to local time",
                        "",
                        (s, age) -> Math.abs(age) <= MOST_ZONES * HOUR + tolerance(s)
                                && Math.abs(age - Math.round(age / (double) HOUR) * HOUR) <= tolerance(s)),
                Defect.ofVerification(
                        "ignores-timestamp",
                        "never looks at the timestamp, it only signs it",
                        "both handlers of the StatusPulse guide",
                        setup -> new Verification(setup) {
                            @Override
                            boolean timely(Request request, String timestamp) {
                                return true;
                            }
                        }),
                Defect.ofVerification(
                        "freshness-from-body",
                        "compares the event's timestamp with its clock in place of the attempt's",
                        "",
                        FreshByBody::new),
                Defect.ofVerification(
                        "empty-timestamp-skips-freshness",
                        "reads a missing timestamp as an empty text and checks freshness only if it is not empty",
                        "OwnPay #296",
                        setup -> new WithoutTimestamp(setup, "")),
                Defect.ofVerification(
                        "undefined-timestamp-skips-freshness",
                        "writes a missing timestamp as undefined into the signed text and never finds it stale",
                        "",
                        setup -> new WithoutTimestamp(setup, "undefined")),
                Defect.ofVerification(
                        "first-timestamp-wins",
                        "takes the first of several timestamp headers",
                        "",
                        setup -> new OneOfSeveral(setup, true)),
                Defect.ofVerification(
                        "last-timestamp-wins",
                        "takes the last of several timestamp headers",
                        "",
                        setup -> new OneOfSeveral(setup, false)));
    }

    private static Defect drift(String name, String summary, String source, BiPredicate<Setup, Long> tolerated) {
        return Defect.ofVerification(name, summary, source, setup -> new Verification(setup) {
            @Override
            boolean fresh(long seconds) {
                return tolerated.test(setup, setup.now() - seconds);
            }
        });
    }

    private static long tolerance(Setup setup) {
        return setup.tolerance().toSeconds();
    }

    private static final class FreshByBody extends Verification {
        FreshByBody(Setup setup) {
            super(setup);
        }

        @Override
        boolean timely(Request request, String timestamp) {
            try {
                String text = Json.textOf(request.body(), "timestamp");
                return fresh(OffsetDateTime.parse(text).toEpochSecond());
            } catch (DateTimeException e) {
                return false;
            }
        }
    }

    private static final class WithoutTimestamp extends Verification {
        private final String absent;

        WithoutTimestamp(Setup setup, String absent) {
            super(setup);
            this.absent = absent;
        }

        @Override
        Optional<String> timestamp(Request request) {
            return request.headers().values(Headers.TIMESTAMP).isEmpty()
                    ? Optional.of(absent)
                    : super.timestamp(request);
        }

        @Override
        boolean timely(Request request, String timestamp) {
            return timestamp.equals(absent) || super.timely(request, timestamp);
        }
    }

    private static final class OneOfSeveral extends Verification {
        private final boolean first;

        OneOfSeveral(Setup setup, boolean first) {
            super(setup);
            this.first = first;
        }

        @Override
        Optional<String> timestamp(Request request) {
            List<String> values = request.headers().values(Headers.TIMESTAMP);
            return values.isEmpty() ? Optional.empty() : Optional.of(values.get(first ? 0 : values.size() - 1));
        }
    }
}
