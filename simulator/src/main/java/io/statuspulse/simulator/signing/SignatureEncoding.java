package io.statuspulse.simulator.signing;

import io.statuspulse.simulator.bytes.Bytes;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/** How a MAC is written into a header, whose chars stand for bytes (ISO-8859-1). */
public enum SignatureEncoding {
    HEX,
    UPPER_HEX,
    BASE64,
    BASE64URL,
    /** The MAC's bytes as they are. */
    RAW;

    public String encode(Bytes mac) {
        byte[] raw = mac.toArray();
        return switch (this) {
            case HEX -> HexFormat.of().formatHex(raw);
            case UPPER_HEX -> HexFormat.of().withUpperCase().formatHex(raw);
            case BASE64 -> Base64.getEncoder().encodeToString(raw);
            case RAW -> mac.asLatin1();
            case BASE64URL -> Base64.getUrlEncoder().withoutPadding().encodeToString(raw);
        };
    }

    /** The name in kebab-case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
