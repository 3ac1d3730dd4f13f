import io.statuspulse.conformance.run.RunListener;
import io.statuspulse.conformance.run.RunSettings;
import io.statuspulse.conformance.run.Session;
import io.statuspulse.conformance.suite.Profile;
import io.statuspulse.conformance.suite.Selection;
import io.statuspulse.conformance.suite.Suite;
import io.statuspulse.conformance.verdict.Report;
import io.statuspulse.simulator.signing.Secret;
import io.statuspulse.simulator.signing.Secrets;
import io.statuspulse.simulator.wire.Target;

/** Runs the default profile again and again in one JVM and prints the seconds of the last nine runs. */
public class WarmRun {
    public static void main(String[] args) {
        for (int run = 0; run < 29; run++) {
            long start = System.nanoTime();
            RunSettings settings = RunSettings.of(Target.of(args[0]), Secrets.of(Secret.of(args[1])))
                    .seed(run)
                    .build();
            try (Session session = Session.open(settings)) {
                Report report = session.run(
                        "default", Selection.of(Profile.DEFAULT).from(Suite.scenarios()), RunListener.SILENT);
                if (report.conclusion() != Report.Conclusion.PASSED) {
                    throw new IllegalStateException("the run ended " + report.conclusion());
                }
            }
            if (run >= 20) {
                System.out.println((System.nanoTime() - start) / 1e9);
            }
        }
    }
}
