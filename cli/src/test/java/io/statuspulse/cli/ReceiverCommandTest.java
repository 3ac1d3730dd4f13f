package io.statuspulse.cli;

import static io.statuspulse.cli.ReceiverFixture.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.statuspulse.conformance.receiver.Defects;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReceiverCommandTest {

    @Test
    void itSaysWhereItIsAndListensUntilInterrupted() throws InterruptedException {
        StringWriter out = new StringWriter();
        AtomicInteger exitCode = new AtomicInteger(-1);
        Thread running = new Thread(() -> exitCode.set(Cli.run(
                new PrintWriter(out),
                new PrintWriter(new StringWriter()),
                Map.of("STATUSPULSE_SECRET", SECRET),
                "receiver",
                "--defect=no-drift-check")));
        running.start();
        await().until(() -> out.toString().contains("Ctrl-C"));
        assertThat(out.toString())
                .contains("Receiver (defect no-drift-check) at http://127.0.0.1:", "/effects/{event_id}")
                .doesNotContain(SECRET);
        String url = out.toString().lines().findFirst().orElseThrow().replaceFirst(".* at ", "");
        assertThat(ReceiverFixture.command()
                        .run("send", url, "--edit=timestamp-shift=-1h")
                        .exitCode())
                .isZero();

        Outcome second =
                Outcome.of("receiver", "--secret=x", "--port=" + URI.create(url).getPort());
        assertThat(second.err()).contains("cannot listen on 127.0.0.1").hasLineCount(1);
        assertThat(second.exitCode()).isEqualTo(2);

        running.interrupt();
        running.join();
        assertThat(exitCode).hasValue(0);
        assertThat(ReceiverFixture.command().run("send", url).exitCode()).isEqualTo(3);
    }

    @Test
    void defectsAreListedWithoutASecret() {
        Outcome outcome = Outcome.of("receiver", "--list-defects");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out().lines()).hasSameSizeAs(Defects.all());
    }
}
