package io.statuspulse.conformance.receiver;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What each of the eleven fields must be; anything else in an event is free (REQ-PAY-3, REQ-PAY-5 "received"). */
record EventRules(Map<String, Predicate<JsonNode>> fields) {

    static final EventRules RECEIVED = new EventRules(received());

    private static final Pattern EVENT_ID = Pattern.compile("evt_[0-9a-f]{12}");
    private static final Pattern CHECK_ID = Pattern.compile("chk_[a-z0-9_]+");
    private static final Pattern RFC_3339 =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:)([0-9]{2})(?:(\\.[0-9]{1,9})[0-9]*)?"
                    + "([Zz]|[+-][0-9]{2}:[0-9]{2})");

    EventRules with(String field, UnaryOperator<Predicate<JsonNode>> change) {
        Map<String, Predicate<JsonNode>> changed = new LinkedHashMap<>(fields);
        changed.computeIfPresent(field, (name, rule) -> change.apply(rule));
        return new EventRules(Collections.unmodifiableMap(changed));
    }

    private static Map<String, Predicate<JsonNode>> received() {
        Map<String, Predicate<JsonNode>> rules = new LinkedHashMap<>();
        rules.put("event_id", text(s -> EVENT_ID.matcher(s).matches()));
        rules.put("timestamp", text(s -> instant(s).isPresent()));
        rules.put("event_type", text(s -> !s.isEmpty()));
        rules.put("check_id", text(s -> CHECK_ID.matcher(s).matches()));
        rules.put("endpoint", text(EventRules::isWebAddress));
        rules.put("previous_status", text(s -> !s.isEmpty()));
        rules.put("current_status", text(s -> !s.isEmpty()));
        rules.put("response_time_ms", orNull(v -> isInteger(v, 0, Long.MAX_VALUE)));
        rules.put("region", text(s -> !s.isEmpty()));
        rules.put("error_code", orNull(v -> isInteger(v, 100, 599)));
        rules.put("retry_count", v -> isInteger(v, 0, Long.MAX_VALUE));
        return Collections.unmodifiableMap(rules);
    }

    static Predicate<JsonNode> text(Predicate<String> rule) {
        return v -> v.isString() && rule.test(v.stringValue());
    }

    private static Predicate<JsonNode> orNull(Predicate<JsonNode> rule) {
        return v -> v.isNull() || rule.test(v);
    }

    private static boolean isInteger(JsonNode value, long least, long most) {
        if (!value.isNumber()) {
            return false;
        }
        BigDecimal number = value.decimalValue();
        // 1420.0 and 1.42e3 are integers to JSON Schema; the scale tells without writing 1e400 out. Where it is not
        // positive, the exponent may be too large for zeros to be stripped.
        return (number.scale() <= 0 || number.stripTrailingZeros().scale() <= 0)
                && number.compareTo(BigDecimal.valueOf(least)) >= 0
                && (most == Long.MAX_VALUE || number.compareTo(BigDecimal.valueOf(most)) <= 0);
    }

    private static boolean isWebAddress(String value) {
        try {
            URI uri = new URI(value);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
            // A registry-based authority such as "@host" or ":80" names no host, and URI takes it all the same.
            return (scheme.equals("http") || scheme.equals("https")) && !authority.matches("([@:].*)?");
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** The moment that an RFC 3339 timestamp names, to the nanosecond; empty if it is none. */
    static Optional<Instant> instant(String value) {
        Matcher parts = RFC_3339.matcher(value);
        if (!parts.matches()) {
            return Optional.empty();
        }
        // java.time knows no leap second, RFC 3339 (section 5.6) does.
        boolean leap = parts.group(2).equals("60");
        String fraction = parts.group(3) == null ? "" : parts.group(3);
        String text = parts.group(1) + (leap ? "59" : parts.group(2)) + fraction + parts.group(4);
        try {
            return Optional.of(OffsetDateTime.parse(text.toUpperCase(Locale.ROOT))
                    .toInstant()
                    .plusSeconds(leap ? 1 : 0));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
