package io.statuspulse.simulator.wire;

import static io.statuspulse.simulator.wire.Sending.LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.statuspulse.simulator.tls.ClientHello;
import io.statuspulse.simulator.tls.HelloAnswer;
import io.statuspulse.simulator.tls.TlsVersion;
import io.statuspulse.tlsfixtures.Identity;
import io.statuspulse.tlsfixtures.Issuing;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The probe against OpenSSL's own server, which is neither the JDK's TLS nor Bouncy Castle's. */
class OpenSslTest {
    private static final Identity IDENTITY =
            Issuing.of("receiver").dns("localhost").key("RSA", 2048).issue();

    @TempDir
    static Path directory;

    @BeforeAll
    static void requireOpenSsl() throws InterruptedException {
        boolean found;
        try {
            Process version = new ProcessBuilder("openssl", "version").start();
            found = version.waitFor(20, TimeUnit.SECONDS) && version.exitValue() == 0;
        } catch (IOException e) {
            found = false;
        }
        assumeTrue(found, "openssl is not on the PATH");
    }

    /** One server, until it is closed. */
    private record Server(Process process, int port) implements AutoCloseable {
        static Server start(String... more) throws Exception {
            Path pem = IDENTITY.writeChainAndKey(directory.resolve("server.pem"));
            List<String> command = new ArrayList<>(List.of("openssl", "s_server", "-accept", "127.0.0.1:0"));
            command.addAll(List.of("-cert", pem.toString(), "-key", pem.toString(), "-www"));
            command.addAll(List.of(more));
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("ACCEPT ")) {
                    return new Server(process, Integer.parseInt(line.substring(line.lastIndexOf(':') + 1)));
                }
            }
            throw new IllegalStateException(command + " ended with " + process.waitFor());
        }

        Target target() {
            return Target.of("https://127.0.0.1:" + port + "/");
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    private static HelloAnswer hello(ClientHello hello, String... server) throws Exception {
        try (Server started = Server.start(server);
                TlsProbe probe = new TlsProbe(Deadlines.all(LONG))) {
            return probe.hello(started.target(), hello);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-tls1, TLS_1_0, true",
        "-tls1, TLS_1_1, true",
        "-tls1_1, TLS_1_0, false",
        "-tls1_1, TLS_1_1, true",
        "-tls1_2, TLS_1_1, false",
        "-tls1_2, TLS_1_2, true",
        "-tls1_3, TLS_1_2, false",
        "-tls1_3, TLS_1_0, false"
    })
    void versionsAreAgreedOnAsTheyAreSwitchedOn(String served, TlsVersion offered, boolean agreed) throws Exception {
        HelloAnswer answer = hello(
                ClientHello.upTo(offered, "localhost", new SplittableRandom(5)), served, "-cipher", "ALL:@SECLEVEL=0");

        assertThat(answer).as(answer.words()).isInstanceOf(agreed ? HelloAnswer.Agreed.class : HelloAnswer.Alert.class);
    }

    /** At its usual level OpenSSL knows the version, but finds no signature that is strong enough for it. */
    @Test
    void aVersionWithoutASignatureIsNotAgreedOn() throws Exception {
        HelloAnswer answer = hello(
                ClientHello.upTo(TlsVersion.TLS_1_1, "localhost", new SplittableRandom(5)),
                "-tls1_1",
                "-cipher",
                "ALL:@SECLEVEL=2");

        assertThat(answer).as(answer.words()).isInstanceOf(HelloAnswer.Alert.class);
    }

    @ParameterizedTest
    @CsvSource({
        "NULL-SHA256:@SECLEVEL=0, TLS_RSA_WITH_NULL_SHA256",
        "ECDHE-RSA-NULL-SHA:@SECLEVEL=0, TLS_ECDHE_RSA_WITH_NULL_SHA",
        "ADH-AES128-SHA:@SECLEVEL=0, TLS_DH_anon_WITH_AES_128_CBC_SHA",
        "DEFAULT, 40 (handshake_failure)"
    })
    void weakSuitesAreAgreedOnAsTheyAreSwitchedOn(String ciphers, String words) throws Exception {
        HelloAnswer answer =
                hello(ClientHello.weakSuites("localhost", new SplittableRandom(5)), "-tls1_2", "-cipher", ciphers);

        assertThat(answer.words()).endsWith(words);
    }

    @Test
    void theChainIsRead() throws Exception {
        try (Server server = Server.start();
                TlsProbe probe = new TlsProbe(Deadlines.all(LONG))) {
            assertThat(probe.handshake(server.target(), Set.of(), List.of()).chain())
                    .containsExactly(IDENTITY.certificate());
        }
    }
}
