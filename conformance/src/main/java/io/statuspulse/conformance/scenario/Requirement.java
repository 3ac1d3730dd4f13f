package io.statuspulse.conformance.scenario;

/** The requirements of the contract between StatusPulse and a receiver, in words. */
public enum Requirement {
    HTTP_1("REQ-HTTP-1", "A delivery is an HTTP POST with a JSON body to the registered URL."),
    HTTP_2(
            "REQ-HTTP-2",
            "The receiver answers 2xx when it has taken a delivery and 401 (any 4xx is tolerated) when the signature does"
                    + " not hold; it never answers 5xx to bad input, never hangs, never redirects."),
    HTTP_3("REQ-HTTP-3", "The receiver answers within the deadline (10 s by default)."),
    HTTP_4("REQ-HTTP-4", "Only POST is accepted; any other method has no effect."),
    TLS_1("REQ-TLS-1", "The endpoint speaks TLS 1.2 or newer with a valid certificate."),
    PAY_1("REQ-PAY-1", "Every event carries the eleven standard fields."),
    PAY_2(
            "REQ-PAY-2",
            "The event types are status_change, latency_spike, maintenance_window and certificate_expiry; all are taken."),
    PAY_3(
            "REQ-PAY-3",
            "Fields have the types and ranges of the contract; response_time_ms and error_code may be null, and the body's"
                    + " timestamp may have fractions and an offset."),
    PAY_4("REQ-PAY-4", "Statuses are those of the contract; in a status_change the two differ."),
    PAY_5("REQ-PAY-5", "What is emitted is closed; what is received is open to the provider's next release."),
    PAY_6(
            "REQ-PAY-6",
            "A delivery with unknown fields, event types or statuses is taken; a signed body that breaks the schema is"
                    + " answered 4xx (2xx is tolerated), never 5xx."),
    SIG_1(
            "REQ-SIG-1",
            "The signature is the lower-case hex HMAC-SHA256, keyed with the whole secret as text, of the timestamp header,"
                    + " a dot, and the raw body."),
    SIG_2(
            "REQ-SIG-2",
            "The signature is verified over the raw bytes as received, before parsing; what is unsigned or wrongly signed is"
                    + " rejected."),
    SIG_3("REQ-SIG-3", "The comparison takes constant time and never throws, whatever the header holds."),
    SIG_4("REQ-SIG-4", "A rejection reveals neither the secret nor the expected signature."),
    TIME_1("REQ-TIME-1", "The timestamp header is decimal Unix seconds."),
    TIME_2(
            "REQ-TIME-2",
            "A delivery whose timestamp is further from the receiver's clock than the tolerance (300 s by default), before"
                    + " or after it, is rejected however it is signed; one inside it is accepted."),
    TIME_3(
            "REQ-TIME-3",
            "A timestamp that is not exactly a decimal integer is rejected, never read as missing, never parsed leniently."),
    TIME_4(
            "REQ-TIME-4",
            "The header's timestamp dates the attempt, the body's dates the event: a fresh attempt for an old event is"
                    + " accepted."),
    ROT_1(
            "REQ-ROT-1",
            "While a rotation's overlap lasts, deliveries signed with the new or the previous secret are accepted."),
    ROT_2("REQ-ROT-2", "A secret that is retired, not yet active, another endpoint's or never issued is rejected."),
    ROT_3("REQ-ROT-3", "No empty, missing, default or published secret is ever accepted."),
    ROT_4("REQ-ROT-4", "Rotating loses nothing: what is correctly signed at its time is processed exactly once."),
    RETRY_1(
            "REQ-RETRY-1",
            "Delivery is at least once: a failed attempt comes again with the same event_id, a higher retry_count and a"
                    + " fresh timestamp and signature."),
    IDEM_1("REQ-IDEM-1", "Each event_id is processed once, also when duplicates arrive together; duplicates get 2xx."),
    IDEM_2("REQ-IDEM-2", "Only a verified delivery is remembered as seen."),
    IDEM_3("REQ-IDEM-3", "Order is not guaranteed: an older event that arrives later is taken.");

    private final String id;
    private final String words;

    Requirement(String id, String words) {
        this.id = id;
        this.words = words;
    }

    public String id() {
        return id;
    }

    public String words() {
        return words;
    }
}
