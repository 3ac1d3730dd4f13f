package io.statuspulse.simulator.wire;

import java.io.EOFException;
import java.io.IOException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with an endpoint's TLS; the JDK hides it in chains of causes. */
final class TlsFailureWords {
    private static final int DEEPEST = 16;

    private TlsFailureWords() {}

    static String of(IOException e, String where, String host) {
        if (find(e, CertificateExpiredException.class) != null) {
            return "the certificate of " + where + " has expired";
        }
        if (find(e, CertificateNotYetValidException.class) != null) {
            return "the certificate of " + where + " is not valid yet";
        }
        if (find(e, CertPathBuilderException.class) != null || find(e, CertPathValidatorException.class) != null) {
            return "the certificate of " + where + " is not signed by a root that is trusted";
        }
        CertificateException certificate = find(e, CertificateException.class);
        if (certificate != null) {
            String detail = Words.detail(certificate);
            return namesOther(detail)
                    ? "the certificate of " + where + " is not made out for the host '" + host + "'"
                    : "the certificate of " + where + " is not valid: " + detail;
        }
        if (Words.detail(e).startsWith("Unsupported or unrecognized SSL message")) {
            return where + " does not speak TLS (perhaps it is plain HTTP)";
        }
        boolean alert = e instanceof SSLException && Words.detail(e).contains("alert");
        if (!alert && (find(e, EOFException.class) != null || !causedByTls(e))) {
            return where + " closed the connection during the TLS handshake";
        }
        return "TLS with " + where + " failed: " + Words.detail(e);
    }

    /** Returns whether TLS itself, not the connection below it, broke. */
    static boolean causedByTls(IOException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException && !(cause instanceof SSLException)) {
                return false;
            }
        }
        return e instanceof SSLException;
    }

    private static boolean namesOther(String detail) {
        return detail.startsWith("No subject alternative") || detail.startsWith("No name matching");
    }

    private static <T extends Throwable> @Nullable T find(Throwable e, Class<T> type) {
        Throwable cause = e;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
