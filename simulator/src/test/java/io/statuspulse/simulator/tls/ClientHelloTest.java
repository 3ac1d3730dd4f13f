package io.statuspulse.simulator.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.statuspulse.simulator.bytes.Bytes;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.Vector;
import java.util.stream.Stream;
import org.bouncycastle.tls.TlsExtensionsUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClientHelloTest {

    private static ClientHello hello(TlsVersion version) {
        return ClientHello.upTo(version, "Receiver.Example.", new SplittableRandom(1));
    }

    @SuppressWarnings("JdkObsolete") // Bouncy Castle takes no other map.
    private static java.util.Hashtable<?, ?> extensions(ClientHello hello) throws Exception {
        ByteBuffer bytes = ByteBuffer.wrap(hello.encode().toArray());
        bytes.position(9 + 2 + 32 + 1);
        bytes.position(bytes.position() + 2 + bytes.getShort(bytes.position()));
        bytes.position(bytes.position() + 2 + 2);
        byte[] block = new byte[bytes.remaining()];
        bytes.get(block);
        java.util.Hashtable<Integer, byte[]> found = new java.util.Hashtable<>();
        ByteBuffer in = ByteBuffer.wrap(block);
        while (in.hasRemaining()) {
            int type = in.getShort() & 0xffff;
            byte[] data = new byte[in.getShort() & 0xffff];
            in.get(data);
            found.put(type, data);
        }
        return found;
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS_1_0", "TLS_1_1", "TLS_1_2"})
    void lengthsAndVersionsAreWhatTheyClaim(TlsVersion version) {
        Bytes bytes = hello(version).encode();
        ByteBuffer in = ByteBuffer.wrap(bytes.toArray());

        assertThat(in.get()).isEqualTo((byte) 22);
        assertThat(in.getShort()).isEqualTo((short) 0x0301);
        assertThat(in.getShort()).isEqualTo((short) (bytes.size() - 5));
        assertThat(in.getInt()).isEqualTo(1 << 24 | bytes.size() - 9);
        assertThat(in.getShort()).isEqualTo((short) version.number());
        // Some load balancers hung on hellos of 256 to 511 bytes.
        assertThat(bytes.size() <= 255 || bytes.size() >= 512 || version == TlsVersion.TLS_1_2)
                .isTrue();
    }

    @Test
    void anotherImplementationReadsTheExtensions() throws Exception {
        var found = extensions(hello(TlsVersion.TLS_1_2));
        Vector<?> names = TlsExtensionsUtils.getServerNameExtensionClient(found);

        assertThat(names).hasSize(1);
        assertThat(new String(
                        ((org.bouncycastle.tls.ServerName) names.get(0)).getNameData(),
                        java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("receiver.example");
        assertThat(TlsExtensionsUtils.getSupportedGroupsExtension(found)).startsWith(29, 23, 24);
        Vector<?> signatures = TlsExtensionsUtils.getSignatureAlgorithmsExtension(found);
        assertThat(signatures).hasSize(20);
        assertThat(TlsExtensionsUtils.hasExtendedMasterSecretExtension(found)).isTrue();
        assertThat(found).hasSize(6);
    }

    @Test
    void signatureAlgorithmsAreNotOfferedBeforeTls12() throws Exception {
        Vector<?> signatures =
                TlsExtensionsUtils.getSignatureAlgorithmsExtension(extensions(hello(TlsVersion.TLS_1_1)));

        assertThat(signatures).isNull();
    }

    @Test
    void anAddressIsNotIndicated() {
        assertThat(ClientHello.upTo(TlsVersion.TLS_1_0, "127.0.0.1", new SplittableRandom(1))
                        .serverName())
                .isEmpty();
        assertThat(ClientHello.upTo(TlsVersion.TLS_1_0, "::1", new SplittableRandom(1))
                        .serverName())
                .isEmpty();
    }

    @Test
    void theSameRandomnessMakesTheSameBytes() {
        assertThat(hello(TlsVersion.TLS_1_1).encode())
                .isEqualTo(hello(TlsVersion.TLS_1_1).encode());
        assertThat(ClientHello.upTo(TlsVersion.TLS_1_1, "receiver.example", new SplittableRandom(2))
                        .encode())
                .isNotEqualTo(hello(TlsVersion.TLS_1_1).encode());
    }

    @Test
    void theFallbackSignalIsNeverOffered() {
        assertThat(Stream.concat(CipherSuites.upTo(TlsVersion.TLS_1_2).stream(), CipherSuites.weak().stream()))
                .extracting(CipherSuite::number)
                .doesNotContain(0x5600);
    }

    @Test
    void weakSuitesAreWeakAndHaveTheNumbersOfTheRegistry() throws Exception {
        assertThat(CipherSuites.weak()).isNotEmpty().allMatch(CipherSuite::weak);
        assertThat(CipherSuites.weak().stream().map(CipherSuite::name)).doesNotHaveDuplicates();
        assertThat(CipherSuites.upTo(TlsVersion.TLS_1_2).stream().filter(suite -> !suite.weak()))
                .hasSizeGreaterThan(30);
        var registry = new HashSet<String>();
        for (var field : org.bouncycastle.tls.CipherSuite.class.getFields()) {
            registry.add(field.getName() + "=" + field.getInt(null));
        }
        List<String> unknown = Stream.concat(
                        CipherSuites.upTo(TlsVersion.TLS_1_2).stream(), CipherSuites.weak().stream())
                .map(suite -> suite.name() + "=" + suite.number())
                .filter(entry -> !registry.contains(entry))
                .distinct()
                .toList();
        assertThat(unknown).allMatch(entry -> entry.contains("EXPORT1024"), "only those of drafts");
    }

    @Test
    void whatCannotBeOfferedByHandIsRefused() {
        Bytes random = Bytes.of(new byte[32]);
        List<CipherSuite> suites = CipherSuites.weak();

        assertThatThrownBy(() -> new ClientHello(TlsVersion.TLS_1_3, suites, Optional.empty(), random))
                .hasMessageContaining("TLS 1.3");
        assertThatThrownBy(() -> new ClientHello(TlsVersion.TLS_1_2, List.of(), Optional.empty(), random))
                .hasMessageContaining("offers 0 suites");
        assertThatThrownBy(() -> new ClientHello(TlsVersion.TLS_1_2, suites, Optional.empty(), Bytes.EMPTY))
                .hasMessageContaining("has 0 random bytes, not 32");
    }
}
