package io.statuspulse.simulator.tls;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Matches a host with a certificate's subject alternative names, and with nothing else: the common name has not counted
 * since RFC 6125, and a wildcard stands for the whole left-most label only (RFC 9525, 6.3).
 */
final class HostNames {
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;
    private static final int MOST_SHOWN = 8;

    private HostNames() {}

    static CertificateFinding finding(X509Certificate certificate, String host) {
        List<String> names = new ArrayList<>();
        try {
            Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
            if (alternatives == null) {
                return CertificateFinding.fails("it has no subject alternative name, and so is made out for no host"
                        + " (its subject is " + Names.subject(certificate) + ", which does not count)");
            }
            for (List<?> name : alternatives) {
                int type = name.get(0) instanceof Integer number ? number : -1;
                if ((type == DNS_NAME || type == IP_ADDRESS) && name.get(1) instanceof String text) {
                    if (type == DNS_NAME ? matches(text, host) : isAddress(text, host)) {
                        return CertificateFinding.holds("it is made out for " + Names.quoted(text));
                    }
                    names.add(Names.quoted(text));
                }
            }
        } catch (CertificateParsingException e) {
            return CertificateFinding.fails("its subject alternative names are malformed");
        }
        return CertificateFinding.fails("it is made out for " + list(names) + ", not for " + Names.quoted(host));
    }

    private static String list(List<String> names) {
        if (names.isEmpty()) {
            return "no host";
        }
        int more = names.size() - MOST_SHOWN;
        return String.join(", ", names.subList(0, Math.min(MOST_SHOWN, names.size())))
                + (more > 0 ? " and " + more + " others" : "");
    }

    static boolean matches(String pattern, String host) {
        if (ServerName.isAddress(host)) {
            return false;
        }
        String name = ServerName.normal(host);
        String wanted = ServerName.normal(pattern);
        if (!wanted.startsWith("*.")) {
            return wanted.indexOf('*') < 0 && wanted.equals(name);
        }
        int dot = name.indexOf('.');
        return dot > 0 && wanted.indexOf('*', 1) < 0 && name.substring(dot).equals(wanted.substring(1));
    }

    private static boolean isAddress(String address, String host) {
        if (!ServerName.isAddress(host) || !ServerName.isAddress(address)) {
            return false;
        }
        try {
            int zone = host.indexOf('%');
            // Of a literal address, nothing is looked up.
            return InetAddress.getByName(zone < 0 ? host : host.substring(0, zone))
                    .equals(InetAddress.getByName(address));
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
