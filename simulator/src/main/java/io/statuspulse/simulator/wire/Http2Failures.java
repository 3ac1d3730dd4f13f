package io.statuspulse.simulator.wire;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Names what went wrong in the JDK's HTTP client. */
final class Http2Failures {
    private Http2Failures() {}

    static Failure of(@Nullable Throwable e, Target target, Duration connect) {
        String where = Words.of(target);
        if (e instanceof HttpConnectTimeoutException) {
            return new Failure(Failure.Kind.CONNECT_TIMEOUT, where + " took no connection within " + Words.of(connect));
        }
        if (e instanceof ConnectException) {
            return e.getCause() instanceof UnresolvedAddressException
                    ? new Failure(Failure.Kind.UNKNOWN_HOST, "'" + target.host() + "' is not a known host")
                    : new Failure(Failure.Kind.CONNECTION_REFUSED, where + " refused the connection");
        }
        if (e instanceof SSLException tls) {
            return new Failure(Failure.Kind.TLS_FAILED, TlsFailureWords.of(tls, where, target.host()));
        }
        if (e instanceof IOException io && find(io, EOFException.class)) {
            return new Failure(Failure.Kind.CLOSED_WITHOUT_ANSWER, where + " ended the connection without an answer");
        }
        return new Failure(
                Failure.Kind.MALFORMED_ANSWER,
                "no whole answer came over HTTP/2: " + (e == null ? "no reason is known" : Words.detail(e)) + " ("
                        + where + ")");
    }

    private static boolean find(Throwable e, Class<? extends Throwable> type) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
