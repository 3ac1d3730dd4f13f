package io.statuspulse.cli;

import io.statuspulse.conformance.receiver.BuiltInReceiver;
import io.statuspulse.conformance.receiver.ReceiverSettings;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Map;
import picocli.CommandLine.Command;

/** Does in one JVM what users do most, so that the launcher can keep the classes for the next start. */
@Command(hidden = true)
final class WarmUpCommand extends KitCommand {
    private static final String SECRET = "whsec_warm_up";

    WarmUpCommand(Io io) {
        super(io);
    }

    @Override
    public Integer call() {
        try (BuiltInReceiver receiver = BuiltInReceiver.start(ReceiverSettings.of(SECRET))) {
            String url = receiver.url().toString();
            run("--help");
            run(
                    "test",
                    url,
                    "--effects",
                    receiver.effectsTemplate(),
                    "--state",
                    receiver.stateTemplate(),
                    "--report",
                    "json=/dev/null");
            run("send", url);
            run("list", "--format", "json");
            run("sign");
            run("validate");
        }
        return ExitCode.OK.number();
    }

    private void run(String... args) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Io quiet = new Io(
                nowhere,
                nowhere,
                InputStream.nullInputStream(),
                Map.of("STATUSPULSE_SECRET", SECRET),
                Io.Terminals.NONE);
        Cli.run(quiet, args);
    }
}
