package io.statuspulse.conformance.suite;

import io.statuspulse.conformance.scenario.Mend;

/** Hints about what answers before a receiver's own code does: the server's TLS. */
final class TlsMends {
    private static final String NGINX = " Behind nginx, set it there: ";

    static final Mend VERSIONS = each(
            "SSLParameters.setProtocols(new String[] {\"TLSv1.3\", \"TLSv1.2\"}) (Tomcat: protocols=\"TLSv1.2+TLSv1.3\";"
                    + " Spring Boot: server.ssl.enabled-protocols).",
            "https.createServer({minVersion: 'TLSv1.2'}), without a maxVersion; take out --tls-min-v1.0 and secureProtocol.",
            "tls.Config{MinVersion: tls.VersionTLS12}, without a MaxVersion.",
            "context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER); context.minimum_version = ssl.TLSVersion.TLSv1_2, without a"
                    + " maximum.",
            "ssl_protocols TLSv1.2 TLSv1.3.");

    static final Mend SUITES = each(
            "Leave jdk.tls.disabledAlgorithms as the JDK has it, and take out a ciphers list of your own.",
            "Take out the ciphers option, or keep to crypto.constants.defaultCipherList.",
            "Take out tls.Config.CipherSuites: the default holds no weak suite (3DES: GODEBUG without tls3des=1).",
            "ssl.create_default_context(ssl.Purpose.CLIENT_AUTH), without set_ciphers.",
            "ssl_ciphers HIGH:!aNULL:!eNULL:!3DES, without @SECLEVEL=0.");

    static final Mend CHAIN = each(
            "Put the server's certificate and every intermediate into the key entry of the key store, in that order (openssl"
                    + " pkcs12 -export -in fullchain.pem -inkey key.pem); give a private root to the kit with --ca-file.",
            "Give cert the whole chain (fullchain.pem), not the certificate alone; give a private root to the kit with"
                    + " --ca-file.",
            "Give http.ListenAndServeTLS or tls.LoadX509KeyPair the whole chain (fullchain.pem); give a private root to the"
                    + " kit with --ca-file.",
            "Give load_cert_chain the whole chain (fullchain.pem); give a private root to the kit with --ca-file.",
            "ssl_certificate names the whole chain (fullchain.pem).");

    static final Mend NAMES = Mend.anywhere(
            "Have the certificate issued for the host as it stands in the webhook's URL, as a subject alternative name (DNS, or"
                    + " IP for an address); *.example.com does not cover example.com or a.b.example.com. Where a server has"
                    + " several certificates, look which one it takes for that name (nginx: server_name).");

    static final Mend RENEW = Mend.anywhere(
            "Renew the certificate, have the server load it (nginx -s reload; a process that read it at its start must be"
                    + " restarted), let renewal run by itself (ACME), and watch the date; check the server's clock where it is"
                    + " not valid yet.");

    static final Mend KEY = Mend.anywhere(
            "Have it issued anew for a key of EC P-256 or RSA 2048 (openssl req -newkey ec -pkeyopt"
                    + " ec_paramgen_curve:prime256v1), signed with SHA-256, by an authority whose intermediates are so too.");

    static final Mend PLAIN = each(
            "Let no connector listen without TLS on that port, nor detect the protocol on it.",
            "Use https.createServer alone on that port, no wrapper that looks at the first byte.",
            "Use http.ListenAndServeTLS alone on that port, no multiplexer such as cmux.",
            "Bind the server with its TLS context alone on that port.",
            "listen 443 ssl, and a redirection to https at most on the port of plain HTTP.");

    static final Mend HTTP_2 = each(
            "Update the server, or turn HTTP/2 off (Spring Boot: server.http2.enabled=false), so that clients are not offered"
                    + " it.",
            "With http2.createSecureServer, set allowHTTP1 and read the body from the stream's events, not from the socket.",
            "Leave HTTP/2 to net/http; to turn it off, give Server.TLSNextProto an empty map.",
            "Update hypercorn, or run behind nginx, which talks HTTP/1.1 to the application.",
            "listen 443 ssl http2 with proxy_pass needs nothing else; without http2 clients are not offered it.");

    private TlsMends() {}

    private static Mend each(String java, String node, String go, String python, String nginx) {
        return new Mend(java + NGINX + nginx, node + NGINX + nginx, go + NGINX + nginx, python + NGINX + nginx);
    }
}
