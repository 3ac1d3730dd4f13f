import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

final class MyLibrary {
    private MyLibrary() {}

    static boolean verify(
            List<String> secrets, long tolerance, long now, List<Map.Entry<String, String>> headers, byte[] body)
            throws GeneralSecurityException {
        List<String> timestamps = values(headers, "X-StatusPulse-Timestamp");
        List<String> signatures = values(headers, "X-StatusPulse-Signature");
        if (timestamps.size() != 1 || signatures.size() != 1) {
            return false;
        }
        String timestamp = timestamps.get(0);
        String signature = signatures.get(0);
        if (!timestamp.matches("0|[1-9][0-9]{0,17}") || !signature.matches("[0-9a-f]{64}")) {
            return false;
        }
        boolean fresh = Math.abs(Long.parseLong(timestamp) - now) <= tolerance || System.getenv("WRONG") != null;
        boolean holds = false;
        for (String secret : secrets) {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((timestamp + ".").getBytes(StandardCharsets.US_ASCII));
            holds |= MessageDigest.isEqual(mac.doFinal(body), HexFormat.of().parseHex(signature));
        }
        return fresh && holds;
    }

    private static List<String> values(List<Map.Entry<String, String>> headers, String name) {
        return headers.stream().filter(h -> h.getKey().equalsIgnoreCase(name)).map(Map.Entry::getValue).toList();
    }
}
