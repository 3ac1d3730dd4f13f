package io.statuspulse.conformance.run;

import io.statuspulse.conformance.run.ScriptedReceiver.Reply;
import io.statuspulse.conformance.run.ScriptedReceiver.Request;
import io.statuspulse.conformance.run.ScriptedReceiver.Script;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Receivers that verify, each by a scheme that is not the provider's; written without the kit. */
final class Mistaken {
    private static final byte[] KEY = bytes(Runs.SECRET);

    private Mistaken() {}

    /** Receivers by the name of the finding that is right for them. */
    static Map<String, Script> all() {
        Map<String, Script> all = new LinkedHashMap<>();
        all.put("body-only", hex(r -> r.body()));
        all.put("no-dot", hex(r -> timestamp(r) + r.body()));
        all.put("colon", hex(r -> timestamp(r) + ":" + r.body()));
        all.put("newline", hex(r -> timestamp(r) + "\n" + r.body()));
        all.put("comma", hex(r -> timestamp(r) + "," + r.body()));
        all.put("bar", hex(r -> timestamp(r) + "|" + r.body()));
        all.put("space", hex(r -> timestamp(r) + " " + r.body()));
        all.put("hyphen", hex(r -> timestamp(r) + "-" + r.body()));
        all.put("body-first", hex(r -> r.body() + "." + timestamp(r)));
        all.put("body-first-no-dot", hex(r -> r.body() + timestamp(r)));
        all.put("timestamp-only", hex(Mistaken::timestamp));
        all.put(
                "milliseconds",
                r -> answer(timestamp(r).length() == 13 && r.header(SIGNATURE).equals(right(r))));
        all.put(
                "rfc-3339",
                r -> answer(timestamp(r).endsWith("Z") && r.header(SIGNATURE).equals(right(r))));
        all.put(
                "http-date",
                r -> answer(timestamp(r).endsWith("GMT") && r.header(SIGNATURE).equals(right(r))));
        all.put("body-timestamp", hex(r -> field(r, "timestamp") + "." + r.body()));
        all.put(
                "upper-hex",
                r -> answer(r.header(SIGNATURE)
                        .equals(HexFormat.of().withUpperCase().formatHex(mac(r)))));
        all.put(
                "base64",
                r -> answer(r.header(SIGNATURE).equals(Base64.getEncoder().encodeToString(mac(r)))));
        all.put(
                "base64url",
                r -> answer(r.header(SIGNATURE)
                        .equals(Base64.getUrlEncoder().withoutPadding().encodeToString(mac(r)))));
        all.put("raw", r -> answer(r.header(SIGNATURE).equals(latin1(mac(r)))));
        all.put("sha256-prefix", r -> answer(r.header(SIGNATURE).equals("sha256=" + right(r))));
        all.put("v1-prefix", r -> answer(r.header(SIGNATURE).equals("v1=" + right(r))));
        all.put("v1-comma-prefix", r -> answer(r.header(SIGNATURE).equals("v1," + right(r))));
        all.put("t-v1", r -> answer(r.header(SIGNATURE).equals("t=" + timestamp(r) + ",v1=" + right(r))));
        all.put("hmac-sha256-prefix", r -> answer(r.header(SIGNATURE).equals("hmac-sha256=" + right(r))));
        all.put("previous-secret", keyed(bytes(Runs.PREVIOUS)));
        all.put("retired-secret", keyed(bytes(Runs.RETIRED)));
        all.put("published-secret", keyed(bytes("whsec_a8f3k29d4m1p7q")));
        all.put("empty-secret", keyed(new byte[1]));
        all.put("without-prefix", keyed(bytes(Runs.SECRET.substring("whsec_".length()))));
        all.put("base64-key", keyed(Base64.getDecoder().decode(Runs.SECRET.substring("whsec_".length()))));
        all.put("hex-key", keyed(HexFormat.of().parseHex(Runs.SECRET.substring("whsec_".length()))));
        all.put("newline-key", keyed(bytes(Runs.SECRET + "\n")));
        all.put("quoted-key", keyed(bytes('"' + Runs.SECRET + '"')));
        all.put("sha1", algorithm("HmacSHA1"));
        all.put("sha512", algorithm("HmacSHA512"));
        all.put("md5", algorithm("HmacMD5"));
        all.put("spaced-json", hex(r -> timestamp(r) + "." + spaced(r.body())));
        all.put("sorted-json", hex(r -> timestamp(r) + "." + sorted(r.body())));
        all.put("escaped-slashes", hex(r -> timestamp(r) + "." + r.body().replace("/", "\\/")));
        all.put("newline-behind", hex(r -> timestamp(r) + "." + r.body() + "\n"));
        all.put(
                "slack",
                r -> answer(r.header(SIGNATURE)
                        .equals("v0=" + hexMac("HmacSHA256", KEY, "v0:" + timestamp(r) + ":" + r.body()))));
        all.put(
                "standard-webhooks-and-other-headers",
                r -> answer(r.header("webhook-signature")
                        .equals("v1,"
                                + Base64.getEncoder()
                                        .encodeToString(mac(
                                                "HmacSHA256",
                                                Base64.getDecoder().decode(Runs.SECRET.substring("whsec_".length())),
                                                r.header("webhook-id") + "." + r.header("webhook-timestamp") + "."
                                                        + r.body())))));
        return all;
    }

    /** Receivers that are wrong in two ways at once. */
    static Map<String, Script> twice() {
        Map<String, Script> all = new LinkedHashMap<>();
        all.put(
                "body-only-and-sha256-prefix",
                r -> answer(r.header(SIGNATURE).equals("sha256=" + hexMac("HmacSHA256", KEY, r.body()))));
        all.put(
                "body-only-and-base64",
                r -> answer(r.header(SIGNATURE)
                        .equals(Base64.getEncoder().encodeToString(mac("HmacSHA256", KEY, r.body())))));
        all.put(
                "no-dot-and-without-prefix",
                r -> answer(r.header(SIGNATURE)
                        .equals(hexMac("HmacSHA256", bytes(Runs.SECRET.substring(6)), timestamp(r) + r.body()))));
        all.put(
                "milliseconds-and-upper-hex",
                r -> answer(timestamp(r).length() == 13
                        && r.header(SIGNATURE)
                                .equals(HexFormat.of().withUpperCase().formatHex(mac(r)))));
        all.put(
                "sha256-prefix-and-sha512",
                r -> answer(r.header(SIGNATURE)
                        .equals("sha256=" + hexMac("HmacSHA512", KEY, timestamp(r) + "." + r.body()))));
        all.put(
                "newline-key-and-spaced-json",
                r -> answer(r.header(SIGNATURE)
                        .equals(hexMac(
                                "HmacSHA256", bytes(Runs.SECRET + "\n"), timestamp(r) + "." + spaced(r.body())))));
        return all;
    }

    static final String SIGNATURE = "X-StatusPulse-Signature";

    static String timestamp(Request request) {
        return request.header("X-StatusPulse-Timestamp");
    }

    static Reply answer(boolean accepted) {
        return accepted ? Reply.OK : Reply.UNAUTHORIZED;
    }

    /** The signature that the provider's scheme has. */
    static String right(Request request) {
        return HexFormat.of().formatHex(mac(request));
    }

    private static byte[] mac(Request request) {
        return mac("HmacSHA256", KEY, timestamp(request) + "." + request.body());
    }

    private static Script hex(Function<Request, String> content) {
        return r -> answer(r.header(SIGNATURE).equals(hexMac("HmacSHA256", KEY, content.apply(r))));
    }

    private static Script keyed(byte[] key) {
        return r -> answer(r.header(SIGNATURE).equals(hexMac("HmacSHA256", key, timestamp(r) + "." + r.body())));
    }

    private static Script algorithm(String name) {
        return r -> answer(r.header(SIGNATURE).equals(hexMac(name, KEY, timestamp(r) + "." + r.body())));
    }

    static String hexMac(String algorithm, byte[] key, String content) {
        return HexFormat.of().formatHex(mac(algorithm, key, content));
    }

    private static byte[] mac(String algorithm, byte[] key, String content) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(content.getBytes(StandardCharsets.ISO_8859_1));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String spaced(String json) {
        Separators python = Separators.createDefaultInstance()
                .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                .withObjectEntrySpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("");
        return JsonMapper.builder()
                .defaultPrettyPrinter(new DefaultPrettyPrinter(python)
                        .withObjectIndenter(DefaultPrettyPrinter.NopIndenter.instance()))
                .build()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(JsonMapper.shared().readValue(json, Map.class));
    }

    private static String sorted(String json) {
        return JsonMapper.builder()
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build()
                .writeValueAsString(JsonMapper.shared().readValue(json, Map.class));
    }

    private static String field(Request request, String name) {
        return JsonMapper.shared().readTree(request.body()).path(name).asString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
