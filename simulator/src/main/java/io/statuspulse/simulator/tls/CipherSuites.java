package io.statuspulse.simulator.tls;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The suites that hellos offer, in order of preference (the registry of TLS cipher suites, up to TLS 1.2). */
public final class CipherSuites {
    /** Those that need TLS 1.2. */
    private static final List<CipherSuite> AEAD = List.of(
            new CipherSuite(0xc02f, "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"),
            new CipherSuite(0xc02b, "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"),
            new CipherSuite(0xc030, "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"),
            new CipherSuite(0xc02c, "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384"),
            new CipherSuite(0xcca8, "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256"),
            new CipherSuite(0xcca9, "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256"),
            new CipherSuite(0xc0ac, "TLS_ECDHE_ECDSA_WITH_AES_128_CCM"),
            new CipherSuite(0xc0ad, "TLS_ECDHE_ECDSA_WITH_AES_256_CCM"),
            new CipherSuite(0x009e, "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256"),
            new CipherSuite(0x009f, "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384"),
            new CipherSuite(0xccaa, "TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256"),
            new CipherSuite(0x009c, "TLS_RSA_WITH_AES_128_GCM_SHA256"),
            new CipherSuite(0x009d, "TLS_RSA_WITH_AES_256_GCM_SHA384"),
            new CipherSuite(0xc027, "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256"),
            new CipherSuite(0xc023, "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256"),
            new CipherSuite(0xc028, "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384"),
            new CipherSuite(0xc024, "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384"),
            new CipherSuite(0x0067, "TLS_DHE_RSA_WITH_AES_128_CBC_SHA256"),
            new CipherSuite(0x006b, "TLS_DHE_RSA_WITH_AES_256_CBC_SHA256"),
            new CipherSuite(0x003c, "TLS_RSA_WITH_AES_128_CBC_SHA256"),
            new CipherSuite(0x003d, "TLS_RSA_WITH_AES_256_CBC_SHA256"));

    /** Those that are as old as TLS 1.0 and not weak. */
    private static final List<CipherSuite> OLD = List.of(
            new CipherSuite(0xc013, "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA"),
            new CipherSuite(0xc014, "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA"),
            new CipherSuite(0xc009, "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA"),
            new CipherSuite(0xc00a, "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA"),
            new CipherSuite(0x0033, "TLS_DHE_RSA_WITH_AES_128_CBC_SHA"),
            new CipherSuite(0x0039, "TLS_DHE_RSA_WITH_AES_256_CBC_SHA"),
            new CipherSuite(0x0032, "TLS_DHE_DSS_WITH_AES_128_CBC_SHA"),
            new CipherSuite(0x0038, "TLS_DHE_DSS_WITH_AES_256_CBC_SHA"),
            new CipherSuite(0x002f, "TLS_RSA_WITH_AES_128_CBC_SHA"),
            new CipherSuite(0x0035, "TLS_RSA_WITH_AES_256_CBC_SHA"),
            new CipherSuite(0x0045, "TLS_DHE_RSA_WITH_CAMELLIA_128_CBC_SHA"),
            new CipherSuite(0x0088, "TLS_DHE_RSA_WITH_CAMELLIA_256_CBC_SHA"),
            new CipherSuite(0x0041, "TLS_RSA_WITH_CAMELLIA_128_CBC_SHA"),
            new CipherSuite(0x0084, "TLS_RSA_WITH_CAMELLIA_256_CBC_SHA"),
            new CipherSuite(0x009a, "TLS_DHE_RSA_WITH_SEED_CBC_SHA"),
            new CipherSuite(0x0096, "TLS_RSA_WITH_SEED_CBC_SHA"),
            new CipherSuite(0x0007, "TLS_RSA_WITH_IDEA_CBC_SHA"));

    /** NULL, RC4, DES, 3DES and export suites; some numbers come from drafts, and were built into servers all the same. */
    private static final List<CipherSuite> WEAK = List.of(
            new CipherSuite(0xc012, "TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA"),
            new CipherSuite(0xc008, "TLS_ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA"),
            new CipherSuite(0x0016, "TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA"),
            new CipherSuite(0x0013, "TLS_DHE_DSS_WITH_3DES_EDE_CBC_SHA"),
            new CipherSuite(0x000a, "TLS_RSA_WITH_3DES_EDE_CBC_SHA"),
            new CipherSuite(0xc00d, "TLS_ECDH_RSA_WITH_3DES_EDE_CBC_SHA"),
            new CipherSuite(0xc003, "TLS_ECDH_ECDSA_WITH_3DES_EDE_CBC_SHA"),
            new CipherSuite(0x000d, "TLS_DH_DSS_WITH_3DES_EDE_CBC_SHA"),
            new CipherSuite(0x0010, "TLS_DH_RSA_WITH_3DES_EDE_CBC_SHA"),
            new CipherSuite(0xc011, "TLS_ECDHE_RSA_WITH_RC4_128_SHA"),
            new CipherSuite(0xc007, "TLS_ECDHE_ECDSA_WITH_RC4_128_SHA"),
            new CipherSuite(0x0005, "TLS_RSA_WITH_RC4_128_SHA"),
            new CipherSuite(0x0004, "TLS_RSA_WITH_RC4_128_MD5"),
            new CipherSuite(0xc00c, "TLS_ECDH_RSA_WITH_RC4_128_SHA"),
            new CipherSuite(0xc002, "TLS_ECDH_ECDSA_WITH_RC4_128_SHA"),
            new CipherSuite(0x0015, "TLS_DHE_RSA_WITH_DES_CBC_SHA"),
            new CipherSuite(0x0012, "TLS_DHE_DSS_WITH_DES_CBC_SHA"),
            new CipherSuite(0x0009, "TLS_RSA_WITH_DES_CBC_SHA"),
            new CipherSuite(0x000c, "TLS_DH_DSS_WITH_DES_CBC_SHA"),
            new CipherSuite(0x000f, "TLS_DH_RSA_WITH_DES_CBC_SHA"),
            new CipherSuite(0x0003, "TLS_RSA_EXPORT_WITH_RC4_40_MD5"),
            new CipherSuite(0x0006, "TLS_RSA_EXPORT_WITH_RC2_CBC_40_MD5"),
            new CipherSuite(0x0008, "TLS_RSA_EXPORT_WITH_DES40_CBC_SHA"),
            new CipherSuite(0x000b, "TLS_DH_DSS_EXPORT_WITH_DES40_CBC_SHA"),
            new CipherSuite(0x000e, "TLS_DH_RSA_EXPORT_WITH_DES40_CBC_SHA"),
            new CipherSuite(0x0011, "TLS_DHE_DSS_EXPORT_WITH_DES40_CBC_SHA"),
            new CipherSuite(0x0014, "TLS_DHE_RSA_EXPORT_WITH_DES40_CBC_SHA"),
            new CipherSuite(0x0062, "TLS_RSA_EXPORT1024_WITH_DES_CBC_SHA"),
            new CipherSuite(0x0063, "TLS_DHE_DSS_EXPORT1024_WITH_DES_CBC_SHA"),
            new CipherSuite(0x0064, "TLS_RSA_EXPORT1024_WITH_RC4_56_SHA"),
            new CipherSuite(0x0065, "TLS_DHE_DSS_EXPORT1024_WITH_RC4_56_SHA"),
            new CipherSuite(0xc010, "TLS_ECDHE_RSA_WITH_NULL_SHA"),
            new CipherSuite(0xc006, "TLS_ECDHE_ECDSA_WITH_NULL_SHA"),
            new CipherSuite(0x003b, "TLS_RSA_WITH_NULL_SHA256"),
            new CipherSuite(0x0002, "TLS_RSA_WITH_NULL_SHA"),
            new CipherSuite(0x0001, "TLS_RSA_WITH_NULL_MD5"),
            new CipherSuite(0xc00b, "TLS_ECDH_RSA_WITH_NULL_SHA"),
            new CipherSuite(0xc001, "TLS_ECDH_ECDSA_WITH_NULL_SHA"));

    /** Those that prove nothing about who answers. */
    private static final List<CipherSuite> ANON = List.of(
            new CipherSuite(0x00a6, "TLS_DH_anon_WITH_AES_128_GCM_SHA256"),
            new CipherSuite(0x00a7, "TLS_DH_anon_WITH_AES_256_GCM_SHA384"),
            new CipherSuite(0x006c, "TLS_DH_anon_WITH_AES_128_CBC_SHA256"),
            new CipherSuite(0x006d, "TLS_DH_anon_WITH_AES_256_CBC_SHA256"),
            new CipherSuite(0x0034, "TLS_DH_anon_WITH_AES_128_CBC_SHA"),
            new CipherSuite(0x003a, "TLS_DH_anon_WITH_AES_256_CBC_SHA"),
            new CipherSuite(0x0046, "TLS_DH_anon_WITH_CAMELLIA_128_CBC_SHA"),
            new CipherSuite(0x0089, "TLS_DH_anon_WITH_CAMELLIA_256_CBC_SHA"),
            new CipherSuite(0xc018, "TLS_ECDH_anon_WITH_AES_128_CBC_SHA"),
            new CipherSuite(0xc019, "TLS_ECDH_anon_WITH_AES_256_CBC_SHA"),
            new CipherSuite(0x001b, "TLS_DH_anon_WITH_3DES_EDE_CBC_SHA"),
            new CipherSuite(0xc017, "TLS_ECDH_anon_WITH_3DES_EDE_CBC_SHA"),
            new CipherSuite(0x0018, "TLS_DH_anon_WITH_RC4_128_MD5"),
            new CipherSuite(0xc016, "TLS_ECDH_anon_WITH_RC4_128_SHA"),
            new CipherSuite(0x001a, "TLS_DH_anon_WITH_DES_CBC_SHA"),
            new CipherSuite(0x0017, "TLS_DH_anon_EXPORT_WITH_RC4_40_MD5"),
            new CipherSuite(0x0019, "TLS_DH_anon_EXPORT_WITH_DES40_CBC_SHA"),
            new CipherSuite(0xc015, "TLS_ECDH_anon_WITH_NULL_SHA"));

    private CipherSuites() {}

    /** Returns everything that a handshake up to that version can use: only the version is in question. */
    public static List<CipherSuite> upTo(TlsVersion version) {
        Stream<CipherSuite> newer = version == TlsVersion.TLS_1_2 ? AEAD.stream() : Stream.of();
        return Stream.concat(newer, Stream.concat(OLD.stream(), WEAK.stream())).toList();
    }

    /** Returns the suites without encryption or authentication, or whose encryption can be broken, and no others. */
    public static List<CipherSuite> weak() {
        return Stream.concat(WEAK.stream(), ANON.stream()).toList();
    }

    static CipherSuite of(int number) {
        Optional<CipherSuite> known = Stream.of(AEAD, OLD, WEAK, ANON)
                .flatMap(List::stream)
                .filter(suite -> suite.number() == number)
                .findFirst();
        return known.orElseGet(() -> new CipherSuite(number, "suite " + Hex.of(number)));
    }
}
