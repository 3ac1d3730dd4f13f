package io.statuspulse.conformance.scenario;

import io.statuspulse.simulator.tls.CertificateAspect;
import io.statuspulse.simulator.tls.TlsVersion;

/** A trial of how the endpoint is reached, not of what is sent: https endpoints only. */
public sealed interface TlsProcedure extends Procedure {

    /** Returns whether a delivery is sent; otherwise TLS alone is tried, which does not need a receiver that answers. */
    default boolean delivers() {
        return this instanceof DeliveryOver || this instanceof DeliveryOverHttp2 || this instanceof PlainHttp;
    }

    /**
     * Begins TLS with a hello that offers every usual suite.
     *
     * @param atMost the newest version that is offered
     */
    record VersionRefused(TlsVersion atMost) implements TlsProcedure {
        @Override
        public Effects effects() {
            return Effects.NONE;
        }

        @Override
        public String words() {
            return "a hello that offers at most " + atMost.label() + ": no handshake comes of it";
        }
    }

    /** Begins TLS with a hello that offers weak suites only, at TLS 1.2 or older. */
    record WeakSuitesRefused() implements TlsProcedure {
        @Override
        public Effects effects() {
            return Effects.NONE;
        }

        @Override
        public String words() {
            return "a hello of TLS 1.2 that offers only NULL, anonymous, export, RC4, DES and 3DES suites: no handshake"
                    + " comes of it";
        }
    }

    /**
     * Reads the presented certificates on a connection on which nothing is sent.
     *
     * @param aspect what is judged of them
     */
    record Certificate(CertificateAspect aspect) implements TlsProcedure {
        @Override
        public String words() {
            return "a handshake, and no request: " + aspect.expected();
        }
    }

    /**
     * Sends a valid delivery over one version only.
     *
     * @param version the version
     */
    record DeliveryOver(TlsVersion version) implements TlsProcedure {
        @Override
        public String words() {
            return "a valid delivery over " + version.label() + ": 2xx";
        }
    }

    /** Sends a valid delivery over HTTP/2, where the server offers it. */
    record DeliveryOverHttp2() implements TlsProcedure {
        @Override
        public String words() {
            return "a valid delivery over HTTP/2, where the server offers it (ALPN): 2xx";
        }
    }

    /** Sends a valid delivery to the same port without TLS. */
    record PlainHttp() implements TlsProcedure {
        @Override
        public Effects effects() {
            return Effects.NONE;
        }

        @Override
        public String words() {
            return "a valid delivery to the same port, in plain HTTP: anything but a 2xx";
        }
    }
}
