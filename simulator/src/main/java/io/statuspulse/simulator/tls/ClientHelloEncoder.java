package io.statuspulse.simulator.tls;

import io.statuspulse.simulator.bytes.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes a hello as the bytes of one record. */
final class ClientHelloEncoder {
    /** What the record layer of a first hello names, whatever is offered inside (RFC 5246, E.1). */
    private static final int RECORD_VERSION = 0x0301;

    private static final int SERVER_NAME = 0;
    private static final int SUPPORTED_GROUPS = 10;
    private static final int EC_POINT_FORMATS = 11;
    private static final int SIGNATURE_ALGORITHMS = 13;
    private static final int EXTENDED_MASTER_SECRET = 23;
    private static final int RENEGOTIATION_INFO = 0xff01;
    /** Stands for an empty renegotiation_info where extensions may not be understood (RFC 5746, 3.3). */
    private static final int RENEGOTIATION_SCSV = 0x00ff;

    /** x25519, P-256, P-384, P-521, x448, secp256k1, three Brainpool curves, P-224, P-192. */
    private static final int[] GROUPS = {29, 23, 24, 25, 30, 22, 26, 27, 28, 21, 19};

    /** EdDSA, ECDSA, RSA-PSS and RSA with SHA-2, then with SHA-1 and DSA: only the suites are in question. */
    private static final int[] SIGNATURES = {
        0x0807, 0x0808, 0x0403, 0x0503, 0x0603, 0x0804, 0x0805, 0x0806, 0x0809, 0x080a, 0x080b, 0x0401, 0x0501, 0x0601,
        0x0303, 0x0301, 0x0203, 0x0201, 0x0402, 0x0202
    };

    private ClientHelloEncoder() {}

    static Bytes encode(ClientHello hello) {
        Sink body = new Sink().u16(hello.version().number()).all(hello.random().toArray());
        body.u8(0); // no session to resume
        Sink suites = new Sink();
        if (hello.version() != TlsVersion.TLS_1_2) {
            suites.u16(RENEGOTIATION_SCSV);
        }
        hello.suites().forEach(suite -> suites.u16(suite.number()));
        body.sized16(suites);
        body.u8(1).u8(0); // no compression
        body.sized16(extensions(hello));
        Sink handshake = new Sink().u8(1).u8(0).sized16(body);
        return Bytes.of(new Sink().u8(22).u16(RECORD_VERSION).sized16(handshake).toArray());
    }

    private static Sink extensions(ClientHello hello) {
        Sink extensions = new Sink();
        hello.serverName().ifPresent(name -> extensions.u16(SERVER_NAME).sized16(serverName(name)));
        Sink groups = new Sink();
        for (int group : GROUPS) {
            groups.u16(group);
        }
        extensions.u16(SUPPORTED_GROUPS).sized16(new Sink().sized16(groups));
        extensions.u16(EC_POINT_FORMATS).sized16(new Sink().u8(1).u8(0));
        extensions.u16(EXTENDED_MASTER_SECRET).sized16(new Sink());
        if (hello.version() == TlsVersion.TLS_1_2) {
            Sink signatures = new Sink();
            for (int signature : SIGNATURES) {
                signatures.u16(signature);
            }
            extensions.u16(SIGNATURE_ALGORITHMS).sized16(new Sink().sized16(signatures));
            extensions.u16(RENEGOTIATION_INFO).sized16(new Sink().u8(0));
        }
        return extensions;
    }

    private static Sink serverName(String name) {
        Sink entry = new Sink().u8(0).sized16(new Sink().all(name.getBytes(StandardCharsets.US_ASCII)));
        return new Sink().sized16(entry);
    }

    /** Bytes in the making, in network order. */
    private static final class Sink {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Sink u8(int value) {
            out.write(value);
            return this;
        }

        Sink u16(int value) {
            return u8(value >> 8).u8(value);
        }

        Sink all(byte[] bytes) {
            out.writeBytes(bytes);
            return this;
        }

        /** Appends what the other one holds, after its size in two bytes. */
        Sink sized16(Sink other) {
            return u16(other.out.size()).all(other.toArray());
        }

        byte[] toArray() {
            return out.toByteArray();
        }
    }
}
