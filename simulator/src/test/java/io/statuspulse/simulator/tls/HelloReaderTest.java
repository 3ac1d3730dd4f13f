package io.statuspulse.simulator.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("InputStreamSlowMultibyteRead") // Speed is not what these streams are for.
class HelloReaderTest {

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static byte[] record(int type, byte[] content) {
        return join(bytes(type, 3, 1, content.length >> 8, content.length), content);
    }

    private static byte[] message(int type, byte[] body) {
        return join(bytes(type, 0, body.length >> 8, body.length), body);
    }

    private static byte[] serverHello(int version, int suite, int sessionId) {
        return message(
                2,
                join(
                        bytes(version >> 8, version),
                        new byte[32],
                        bytes(sessionId),
                        new byte[sessionId],
                        bytes(suite >> 8, suite, 0)));
    }

    private static final byte[] CERTIFICATE = message(11, new byte[300]);
    private static final byte[] DONE = message(14, new byte[0]);

    private static HelloAnswer read(byte[]... parts) throws IOException {
        return HelloReader.read(new ByteArrayInputStream(join(parts)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 32})
    void messagesInOneRecordAreAnAgreement(int sessionId) throws IOException {
        HelloAnswer answer = read(record(22, join(serverHello(0x0302, 0x0005, sessionId), CERTIFICATE, DONE)));

        assertThat(answer).isInstanceOf(HelloAnswer.Agreed.class);
        assertThat(answer.words()).isEqualTo("the server agreed on TLS 1.1 with TLS_RSA_WITH_RC4_128_SHA");
        assertThat(((HelloAnswer.Agreed) answer).suite().weak()).isTrue();
        assertThat(((HelloAnswer.Agreed) answer).within(TlsVersion.TLS_1_1)).isTrue();
        assertThat(((HelloAnswer.Agreed) answer).within(TlsVersion.TLS_1_0)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 100})
    void aMessageMayBeSpreadOverRecords(int size) throws IOException {
        byte[] whole = join(serverHello(0x0301, 0xc013, 32), CERTIFICATE, DONE);
        ByteArrayOutputStream records = new ByteArrayOutputStream();
        for (int at = 0; at < whole.length; at += size) {
            records.writeBytes(record(22, java.util.Arrays.copyOfRange(whole, at, Math.min(whole.length, at + size))));
        }

        assertThat(read(records.toByteArray()).words())
                .isEqualTo("the server agreed on TLS 1.0 with TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA");
    }

    @Test
    void numbersThatAreNotKnownAreShown() throws IOException {
        assertThat(read(record(22, join(serverHello(0x0300, 0xffee, 0), DONE))).words())
                .isEqualTo("the server agreed on SSL 3.0 with suite 0xffee");
        assertThat(read(record(22, join(serverHello(0x0909, 0x0005, 0), DONE))).words())
                .contains("version 0x0909");
    }

    @Test
    void aServerHelloAloneIsNoAgreement() throws IOException {
        byte[] hello = record(22, serverHello(0x0301, 0xc013, 0));

        assertThat(read(hello, record(21, bytes(2, 40)))).isEqualTo(new HelloAnswer.Alert(40));
        assertThat(read(hello)).isEqualTo(new HelloAnswer.Closed(false, true));
    }

    @Test
    void alertsAreNamed() throws IOException {
        assertThat(read(record(21, bytes(2, 70))).words())
                .isEqualTo("the server refused with the alert 70 (protocol_version)");
        assertThat(read(record(21, bytes(1, 0))).words()).contains("0 (close_notify)");
        assertThat(read(record(21, bytes(2, 99))).words()).contains("99 (not in the registry)");
    }

    @Test
    void aWarningIsNoRefusal() throws IOException {
        HelloAnswer answer =
                read(record(21, bytes(1, 112)), record(22, join(serverHello(0x0302, 0x002f, 0), CERTIFICATE, DONE)));

        assertThat(answer).isInstanceOf(HelloAnswer.Agreed.class);
    }

    @Test
    void aCloseIsTold() throws IOException {
        assertThat(read()).isEqualTo(new HelloAnswer.Closed(false, false));
        assertThat(read(bytes(22, 3, 1))).isEqualTo(new HelloAnswer.Closed(false, false));
        assertThat(read(bytes(22, 3, 1, 0, 50, 2, 0))).isEqualTo(new HelloAnswer.Closed(false, false));
    }

    @Test
    void plainHttpIsShownAndNotRun() throws IOException {
        HelloAnswer answer = read("HTTP/1.1 400 Bad\r\n\u001b[31m".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(answer.words()).startsWith("what the server answered is not TLS: it begins with 'HTTP/1.1 400 Bad");
        assertThat(answer.words()).matches("[ -~]+");
    }

    @Test
    void whatClaimsTooMuchIsNotWaitedFor() throws IOException {
        assertThat(read(bytes(22, 3, 3, 0xff, 0xff)).words()).contains("a record claims 65535 bytes");
        assertThat(read(record(22, bytes(2, 0xff, 0xff, 0xff))).words())
                .contains("a handshake message claims 16777215 bytes");
        assertThat(read(record(22, message(2, new byte[20]))).words()).contains("ServerHello of 20 bytes is too short");
        assertThat(read(record(22, CERTIFICATE)).words()).contains("begins with a message of type 11");
        assertThat(read(record(21, bytes(2))).words()).contains("an alert of 1 bytes");
    }

    @Test
    void endlessMessagesAndEmptyRecordsEnd() throws IOException {
        InputStream endless = new InputStream() {
            private final byte[] empty = record(22, new byte[0]);
            private int at;

            @Override
            public int read() {
                return empty[at++ % empty.length] & 0xff;
            }
        };
        byte[] requests = new byte[4 * 1000];

        assertThat(HelloReader.read(endless).words()).contains("more than 512 records came");
        assertThat(read(record(22, requests)).words()).contains("more than 32 handshake messages");
    }

    @Test
    void aResetPassesThroughAndTellsWhetherAHelloCame() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Connection reset");
            }
        };
        InputStream later =
                new SequenceInputStream(new ByteArrayInputStream(record(22, serverHello(0x0301, 5, 0))), broken);

        assertThatThrownBy(() -> HelloReader.read(broken))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(HelloReader.AfterHello.class);
        assertThatThrownBy(() -> HelloReader.read(later)).isInstanceOf(HelloReader.AfterHello.class);
    }

    @Test
    void anyBytesAreAnAnswer() throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        byte[] good = record(22, join(serverHello(0x0302, 5, 32), CERTIFICATE, DONE));
        for (int i = 0; i < 5000; i++) {
            byte[] mutant = good.clone();
            for (int flips = random.nextInt(1, 4); flips > 0; flips--) {
                mutant[random.nextInt(random.nextBoolean() ? 60 : mutant.length)] = (byte) random.nextInt();
            }
            assertThat(read(mutant).words()).matches("[ -~]+");
        }
    }
}
