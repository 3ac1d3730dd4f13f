package io.statuspulse.conformance.scenario;

import io.statuspulse.simulator.delivery.Printable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a scenario proves, in words: a requirement of the contract between StatusPulse and a receiver, or one of a user's own.
 * Equal where the ids are.
 */
public final class Requirement {
    private static final String OURS = "REQ-";
    private static final int LONGEST_ID = 40;
    private static final Pattern OWN_ID = Pattern.compile("[A-Z][A-Z0-9]*(-[A-Z0-9]+)+");
    private static final Map<String, Requirement> CONTRACT = new LinkedHashMap<>();

    public static final Requirement HTTP_1 =
            contract("REQ-HTTP-1", "A delivery is an HTTP POST with a JSON body to the registered URL.");
    public static final Requirement HTTP_2 = contract(
            "REQ-HTTP-2",
            "The receiver answers 2xx when it has taken a delivery and 401 (any 4xx is tolerated) when the signature does"
                    + " not hold; it never answers 5xx to bad input, never hangs, never redirects.");
    public static final Requirement HTTP_3 =
            contract("REQ-HTTP-3", "The receiver answers within the deadline (10 s by default).");
    public static final Requirement HTTP_4 =
            contract("REQ-HTTP-4", "Only POST is accepted; any other method has no effect.");
    public static final Requirement TLS_1 =
            contract("REQ-TLS-1", "The endpoint speaks TLS 1.2 or newer with a valid certificate.");
    public static final Requirement PAY_1 = contract("REQ-PAY-1", "Every event carries the eleven standard fields.");
    public static final Requirement PAY_2 = contract(
            "REQ-PAY-2",
            "The event types are status_change, latency_spike, maintenance_window and certificate_expiry; all are taken.");
    public static final Requirement PAY_3 = contract(
            "REQ-PAY-3",
            "Fields have the types and ranges of the contract; response_time_ms and error_code may be null, and the body's"
                    + " timestamp may have fractions and an offset.");
    public static final Requirement PAY_4 =
            contract("REQ-PAY-4", "Statuses are those of the contract; in a status_change the two differ.");
    public static final Requirement PAY_5 = contract(
            "REQ-PAY-5", "What is emitted is closed; what is received is open to the provider's next release.");
    public static final Requirement PAY_6 = contract(
            "REQ-PAY-6",
            "A delivery with unknown fields, event types or statuses is taken; a signed body that breaks the schema is"
                    + " answered 4xx (2xx is tolerated), never 5xx.");
    public static final Requirement SIG_1 = contract(
            "REQ-SIG-1",
            "The signature is the lower-case hex HMAC-SHA256, keyed with the whole secret as text, of the timestamp header,"
                    + " a dot, and the raw body.");
    public static final Requirement SIG_2 = contract(
            "REQ-SIG-2",
            "The signature is verified over the raw bytes as received, before parsing; what is unsigned or wrongly signed is"
                    + " rejected.");
    public static final Requirement SIG_3 =
            contract("REQ-SIG-3", "The comparison takes constant time and never throws, whatever the header holds.");
    public static final Requirement SIG_4 =
            contract("REQ-SIG-4", "A rejection reveals neither the secret nor the expected signature.");
    public static final Requirement TIME_1 = contract("REQ-TIME-1", "The timestamp header is decimal Unix seconds.");
    public static final Requirement TIME_2 = contract(
            "REQ-TIME-2",
            "A delivery whose timestamp is further from the receiver's clock than the tolerance (300 s by default), before"
                    + " or after it, is rejected however it is signed; one inside it is accepted.");
    public static final Requirement TIME_3 = contract(
            "REQ-TIME-3",
            "A timestamp that is not exactly a decimal integer is rejected, never read as missing, never parsed leniently.");
    public static final Requirement TIME_4 = contract(
            "REQ-TIME-4",
            "The header's timestamp dates the attempt, the body's dates the event: a fresh attempt for an old event is"
                    + " accepted.");
    public static final Requirement ROT_1 = contract(
            "REQ-ROT-1",
            "While a rotation's overlap lasts, deliveries signed with the new or the previous secret are accepted.");
    public static final Requirement ROT_2 = contract(
            "REQ-ROT-2", "A secret that is retired, not yet active, another endpoint's or never issued is rejected.");
    public static final Requirement ROT_3 =
            contract("REQ-ROT-3", "No empty, missing, default or published secret is ever accepted.");
    public static final Requirement ROT_4 = contract(
            "REQ-ROT-4", "Rotating loses nothing: what is correctly signed at its time is processed exactly once.");
    public static final Requirement RETRY_1 = contract(
            "REQ-RETRY-1",
            "Delivery is at least once: a failed attempt comes again with the same event_id, a higher retry_count and a"
                    + " fresh timestamp and signature.");
    public static final Requirement IDEM_1 = contract(
            "REQ-IDEM-1", "Each event_id is processed once, also when duplicates arrive together; duplicates get 2xx.");
    public static final Requirement IDEM_2 = contract("REQ-IDEM-2", "Only a verified delivery is remembered as seen.");
    public static final Requirement IDEM_3 =
            contract("REQ-IDEM-3", "Order is not guaranteed: an older event that arrives later is taken.");

    private final String id;
    private final String words;

    private Requirement(String id, String words) {
        this.id = id;
        this.words = words;
    }

    private static Requirement contract(String id, String words) {
        Requirement requirement = new Requirement(id, words);
        CONTRACT.put(id, requirement);
        return requirement;
    }

    /** Returns the requirements of the contract. */
    public static List<Requirement> ofContract() {
        return List.copyOf(CONTRACT.values());
    }

    /**
     * A requirement of a user's own.
     *
     * @param id upper-case words and numbers with hyphens between them, at most 40 characters, e.g. {@code TEAM-7}; what
     *     begins with {@code REQ-} is the contract's
     * @param words what is required, in one sentence
     * @throws IllegalArgumentException if the id does not fit, or is the contract's with other words
     */
    public static Requirement own(String id, String words) {
        Requirement ours = CONTRACT.get(id);
        if (ours != null && ours.words.equals(words)) {
            return ours;
        }
        if (id.startsWith(OURS)) {
            throw new IllegalArgumentException(
                    "requirement: '" + Printable.decoded(id)
                            + "' would be the contract's, whose constants are in Requirement; expected an id of your own, e.g. TEAM-7");
        }
        if (id.length() > LONGEST_ID || !OWN_ID.matcher(id).matches()) {
            throw new IllegalArgumentException("requirement: '" + Printable.decoded(id)
                    + "' is no id; expected upper-case words and numbers with hyphens between them, at most "
                    + LONGEST_ID
                    + " characters, e.g. TEAM-7");
        }
        return new Requirement(id, words);
    }

    /** The id, e.g. {@code REQ-SIG-1}. */
    public String id() {
        return id;
    }

    /** What is required. */
    public String words() {
        return words;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Requirement requirement && id.equals(requirement.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id;
    }
}
