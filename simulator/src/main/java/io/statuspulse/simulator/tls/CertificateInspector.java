package io.statuspulse.simulator.tls;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Judges the chain that a server presented, whether or not a connection was made on it (contract REQ-TLS-1).
 *
 * <p>Each aspect is judged by itself: an expired certificate can be trusted otherwise, and a certificate of another host
 * can be strong.
 */
public final class CertificateInspector {
    /** How long a certificate must still be valid, so that renewing it is no emergency. */
    public static final Duration MARGIN = Duration.ofDays(14);

    private final Set<X509Certificate> roots;
    private final Clock clock;

    /**
     * Judges by that clock.
     *
     * @param roots those that are trusted
     */
    public CertificateInspector(Set<X509Certificate> roots, Clock clock) {
        this.roots = Set.copyOf(roots);
        this.clock = clock;
    }

    /**
     * Judges one aspect.
     *
     * @param chain as it was presented, the server's own certificate first
     * @param host a name or address, as in the endpoint's URL
     * @throws IllegalArgumentException if the chain is empty
     */
    public CertificateFinding inspect(CertificateAspect aspect, List<X509Certificate> chain, String host) {
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("certificate chain: holds 0 certificates, which is fewer than 1");
        }
        Instant now = clock.instant();
        return switch (aspect) {
            case TRUSTED -> new TrustedPath(roots, chain, now).finding();
            case HOST_NAME -> HostNames.finding(chain.get(0), host);
            case VALID_NOW -> validNow(chain.get(0), now);
            case VALID_FOR_LONGER -> validForLonger(new TrustedPath(roots, chain, now).used(), now);
            case STRONG -> Strength.finding(new TrustedPath(roots, chain, now).used());
        };
    }

    private static CertificateFinding validNow(X509Certificate certificate, Instant now) {
        Instant from = certificate.getNotBefore().toInstant();
        Instant to = certificate.getNotAfter().toInstant();
        if (now.isBefore(from)) {
            return CertificateFinding.fails("it is valid from " + from + " on, which is after now (" + now + ")");
        }
        return now.isAfter(to)
                ? CertificateFinding.fails("it expired at " + to + ", which is before now (" + now + ")")
                : CertificateFinding.holds("it is valid from " + from + " to " + to);
    }

    /** Of intermediates too: a path ends with the first certificate in it that ends. */
    private static CertificateFinding validForLonger(List<X509Certificate> used, Instant now) {
        X509Certificate first = used.stream()
                .min(Comparator.comparing(X509Certificate::getNotAfter))
                .orElseThrow();
        Instant to = first.getNotAfter().toInstant();
        Duration left = Duration.between(now, to);
        String whose = first.equals(used.get(0)) ? "it" : "the intermediate " + Names.subject(first);
        if (left.isNegative()) {
            return CertificateFinding.fails(whose + " expired at " + to + " already");
        }
        String words = whose + " expires at " + to + ", in " + left.toDays() + " days";
        return left.compareTo(MARGIN) < 0
                ? CertificateFinding.fails(words + ", which is fewer than " + MARGIN.toDays())
                : CertificateFinding.holds(words);
    }
}
