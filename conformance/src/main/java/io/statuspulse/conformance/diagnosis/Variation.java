package io.statuspulse.conformance.diagnosis;

import io.statuspulse.conformance.scenario.Mend;
import io.statuspulse.conformance.scenario.Mends;
import io.statuspulse.simulator.delivery.Edit;
import java.util.List;

/**
 * One way in which a receiver may depart from the provider's scheme.
 *
 * @param id its permanent name in kebab-case
 * @param kind what it varies: two of one kind cannot go together
 * @param does what such a receiver does, to follow "it seems to"
 * @param common whether it is worth trying together with others
 * @param edits what makes a delivery such a receiver accepts
 */
record Variation(String id, Kind kind, String does, boolean common, List<Edit> edits) {

    private static final Mend HEX = new Mend(
            "Compare HexFormat.of().formatHex(mac) with the header, or the MAC with HexFormat.of().parseHex(header), by"
                    + " MessageDigest.isEqual.",
            "The header holds digest('hex'): compare it with that, or Buffer.from(header, 'hex') with digest(), by"
                    + " crypto.timingSafeEqual.",
            "The header holds hex: hex.DecodeString(header) first, then hmac.Equal(decoded, mac.Sum(nil)).",
            "The header holds hexdigest(): compare with that by hmac.compare_digest.");

    Variation {
        edits = List.copyOf(edits);
    }

    /** What is varied. */
    enum Kind {
        CONTENT,
        TIMESTAMP,
        ENCODING,
        WRAPPING,
        KEY,
        ALGORITHM,
        BODY;

        /** How a receiver is mended that varies this. */
        Mend mend() {
            return switch (this) {
                case CONTENT ->
                    Mend.anywhere(
                            "What is signed is the timestamp header's value as it came, a dot, and the raw body.");
                case TIMESTAMP ->
                    Mend.anywhere(
                            "The timestamp is the X-StatusPulse-Timestamp header's, in decimal Unix seconds, and that text"
                                    + " is what is signed; the body's own timestamp dates the event and not the attempt.");
                case ENCODING -> HEX;
                case WRAPPING -> Mend.anywhere("The signature header holds 64 lower-case hex digits and nothing else.");
                case KEY ->
                    Mend.anywhere(
                            "The key is the endpoint's current secret, the whole text as it is shown, whsec_ included: not"
                                    + " decoded, without quotes or a line end.");
                case ALGORITHM -> Mend.anywhere("The MAC is HMAC-SHA256, keyed with the secret.");
                case BODY -> Mends.RAW_BODY;
            };
        }
    }

    static Variation common(String id, Kind kind, String does, Edit... edits) {
        return new Variation(id, kind, does, true, List.of(edits));
    }

    static Variation rare(String id, Kind kind, String does, Edit... edits) {
        return new Variation(id, kind, does, false, List.of(edits));
    }
}
