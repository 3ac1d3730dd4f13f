package io.statuspulse.simulator.tls;

import io.statuspulse.simulator.bytes.Bytes;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A hello of a client up to TLS 1.2, written by hand because the JDK neither offers old versions nor weak suites
 * without a change to the whole JVM (RFC 2246, 4346 and 5246, 7.4.1.2).
 *
 * <p>It never offers the fallback signal of RFC 7507: a server that knows a newer version would refuse for that alone.
 *
 * @param version the newest version that is offered; at most TLS 1.2
 * @param suites what is offered, in order of preference
 * @param serverName the host that is asked for; empty for an address
 * @param random 32 bytes
 */
public record ClientHello(TlsVersion version, List<CipherSuite> suites, Optional<String> serverName, Bytes random) {
    private static final int RANDOM_SIZE = 32;

    /**
     * Checks the hello.
     *
     * @throws IllegalArgumentException if it offers TLS 1.3, no suite, or another number of random bytes than 32
     */
    public ClientHello {
        suites = List.copyOf(suites);
        if (version == TlsVersion.TLS_1_3) {
            throw new IllegalArgumentException("client hello: version TLS 1.3 is offered by the JDK, not by hand");
        }
        if (suites.isEmpty()) {
            throw new IllegalArgumentException("client hello: offers 0 suites, which is fewer than 1");
        }
        if (random.size() != RANDOM_SIZE) {
            throw new IllegalArgumentException("client hello: has " + random.size() + " random bytes, not 32");
        }
    }

    /** Offers every usual suite, so that only the version is in question. */
    public static ClientHello upTo(TlsVersion version, String host, RandomGenerator random) {
        return new ClientHello(version, CipherSuites.upTo(version), ServerName.of(host), randomBytes(random));
    }

    /** Offers only suites that must not be agreed on, at TLS 1.2 or older. */
    public static ClientHello weakSuites(String host, RandomGenerator random) {
        return new ClientHello(TlsVersion.TLS_1_2, CipherSuites.weak(), ServerName.of(host), randomBytes(random));
    }

    private static Bytes randomBytes(RandomGenerator random) {
        byte[] bytes = new byte[RANDOM_SIZE];
        random.nextBytes(bytes);
        return Bytes.of(bytes);
    }

    /** Returns the hello as one record, ready to be sent. */
    public Bytes encode() {
        return ClientHelloEncoder.encode(this);
    }

    @Override
    public String toString() {
        return "ClientHello[at most " + version.label() + ", " + suites.size() + " suites"
                + serverName.map(name -> ", for " + name).orElse("") + "]";
    }
}
