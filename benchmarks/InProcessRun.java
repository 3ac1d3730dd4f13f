import io.statuspulse.conformance.inprocess.InProcessReceiver;
import io.statuspulse.conformance.run.RunListener;
import io.statuspulse.conformance.run.Session;
import io.statuspulse.conformance.suite.Profile;
import io.statuspulse.conformance.suite.Selection;
import io.statuspulse.conformance.suite.Suite;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.simulator.inprocess.RequestHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Runs the default profile against a function in this JVM again and again and prints deliveries per second, run by run. */
public class InProcessRun {
    private static final String SECRET = "whsec_benchmark_0f9e8d7c6b5a";
    private static final int WARM_UP = 40;
    private static final int ROUNDS = 9;
    private static final int RUNS = 10;

    public static void main(String[] args) {
        InProcessReceiver receiver = InProcessReceiver.verifier(InProcessRun::isGenuine);
        for (int run = 0; run < WARM_UP; run++) {
            deliveries(receiver, run);
        }
        double[] perSecond = new double[ROUNDS];
        long each = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            long deliveries = 0;
            for (int run = 0; run < RUNS; run++) {
                deliveries += deliveries(receiver, run);
            }
            perSecond[round] = deliveries / ((System.nanoTime() - start) / 1e9);
            each = deliveries / RUNS;
        }
        Arrays.sort(perSecond);
        System.out.printf(
                "default profile, a function: %d deliveries a run, %.0f per second (%.0f to %.0f in %d rounds of %d runs)%n",
                each, perSecond[ROUNDS / 2], perSecond[0], perSecond[ROUNDS - 1], ROUNDS, RUNS);
    }

    /** Runs once, from opening the session to the report, and returns how many deliveries that took. */
    private static long deliveries(InProcessReceiver receiver, long seed) {
        try (Session session = Session.open(receiver.settings(SECRET).seed(seed).build())) {
            Report report = session.run(
                    "default", Selection.of(Profile.DEFAULT).from(Suite.scenarios()), RunListener.SILENT);
            if (report.conclusion() != Report.Conclusion.PASSED) {
                throw new IllegalStateException("the run ended " + report.conclusion());
            }
            return 1 + report.results().stream().mapToLong(result -> result.sent().size()).sum();
        }
    }

    private static boolean isGenuine(RequestHeaders headers, byte[] body) throws Exception {
        String timestamp = headers.first("X-StatusPulse-Timestamp").orElse("");
        String signature = headers.first("X-StatusPulse-Signature").orElse("");
        if (headers.all("X-StatusPulse-Timestamp").size() != 1
                || headers.all("X-StatusPulse-Signature").size() != 1
                || !timestamp.matches("[0-9]{1,11}")
                || Math.abs(Instant.now().getEpochSecond() - Long.parseLong(timestamp)) > 300) {
            return false;
        }
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        mac.update((timestamp + ".").getBytes(StandardCharsets.US_ASCII));
        return MessageDigest.isEqual(
                HexFormat.of().formatHex(mac.doFinal(body)).getBytes(StandardCharsets.ISO_8859_1),
                signature.getBytes(StandardCharsets.ISO_8859_1));
    }
}
