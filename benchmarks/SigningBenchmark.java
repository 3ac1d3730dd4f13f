import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.signing.Secret;
import io.statuspulse.simulator.signing.SignatureScheme;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.LongUnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Counts signatures per second on one core: the simulator's, and a bare {@link Mac}'s that is made once. */
final class SigningBenchmark {
    private static final int BODY = 400;
    private static final int WARM_UP_ROUNDS = 5;
    private static final int ROUNDS = 7;
    private static final long ROUND_NANOS = 1_000_000_000L;
    /** Signatures between two looks at the clock. */
    private static final int BATCH = 1000;

    private static final String SECRET = "whsec_c0ffee2bZk9Qd4mT7xW1vB5nS";

    /** Kept, so that no result may be optimized away. */
    private static long sink;

    private SigningBenchmark() {}

    public static void main(String[] arguments) throws GeneralSecurityException {
        Secret secret = Secret.of(SECRET);
        Bytes body = Bytes.utf8("x".repeat(BODY));
        // The timestamp differs from one to the next, as it does in deliveries.
        measure(
                "simulator: SignatureScheme.sign, hex included",
                i -> SignatureScheme.STATUSPULSE.sign(secret, Long.toString(1_700_000_000 + i), body).charAt(0));

        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] content = new byte[BODY];
        measure("Java alone: one javax.crypto.Mac, used again", i -> {
            content[(int) (i % BODY)]++;
            return mac.doFinal(content)[0];
        });
        System.err.println("(checksum " + sink + ")");
    }

    private static void measure(String what, LongUnaryOperator sign) {
        for (int i = 0; i < WARM_UP_ROUNDS; i++) {
            perSecond(sign);
        }
        double[] rounds = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            rounds[i] = perSecond(sign);
        }
        Arrays.sort(rounds);
        System.out.printf(
                Locale.ROOT,
                "%-48s %12.0f per second (%.0f to %.0f in %d rounds)%n",
                what,
                rounds[ROUNDS / 2],
                rounds[0],
                rounds[ROUNDS - 1],
                ROUNDS);
    }

    private static double perSecond(LongUnaryOperator sign) {
        long begun = System.nanoTime();
        long spent;
        long number = 0;
        do {
            for (int i = 0; i < BATCH; i++) {
                sink += sign.applyAsLong(number++);
            }
            spent = System.nanoTime() - begun;
        } while (spent < ROUND_NANOS);
        return number * 1e9 / spent;
    }
}
