package io.statuspulse.simulator.tls;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAKey;
import java.security.spec.PSSParameterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Judges keys and signatures by RFC 9325, 4.5: the best attack costs 2^112 steps at least. */
final class Strength {
    private static final int RSA_BITS = 2048;
    private static final int EC_BITS = 256;

    private Strength() {}

    /** Judges the certificates of a path, the root left out; a certificate that signed itself vouches for nothing. */
    static CertificateFinding finding(List<X509Certificate> used) {
        List<String> weak = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (X509Certificate certificate : used) {
            String whose = certificate.equals(used.get(0)) ? "" : " of the intermediate " + Names.subject(certificate);
            judgeKey(certificate.getPublicKey(), whose, weak, unknown);
            String digest = TrustedPath.selfSigned(certificate) ? "" : digest(certificate);
            if (digest.contains("SHA1") || digest.contains("MD5") || digest.contains("MD2")) {
                weak.add("the signature" + whose + " is made with " + certificate.getSigAlgName());
            }
        }
        if (!weak.isEmpty()) {
            return CertificateFinding.fails(String.join("; ", weak));
        }
        return unknown.isEmpty()
                ? CertificateFinding.holds("the key is " + describe(used.get(0).getPublicKey()) + ", the signature "
                        + used.get(0).getSigAlgName())
                : CertificateFinding.unknown(String.join("; ", unknown));
    }

    private static void judgeKey(PublicKey key, String whose, List<String> weak, List<String> unknown) {
        int least = key instanceof RSAKey ? RSA_BITS : EC_BITS;
        if (key instanceof RSAKey || key instanceof ECKey) {
            if (bits(key) < least) {
                weak.add("the key" + whose + " is " + describe(key) + ", which is shorter than " + least);
            }
        } else if (key instanceof DSAKey) {
            weak.add("the key" + whose + " is DSA, which TLS 1.3 does not know any more");
        } else if (!(key instanceof EdECKey)) {
            unknown.add("the key" + whose + " is " + key.getAlgorithm() + ", whose strength this JDK does not know");
        }
    }

    private static String describe(PublicKey key) {
        if (key instanceof EdECKey edwards) {
            return edwards.getParams().getName();
        }
        return key instanceof RSAKey || key instanceof ECKey
                ? (key instanceof RSAKey ? "RSA " : "EC ") + bits(key)
                : key.getAlgorithm();
    }

    private static int bits(PublicKey key) {
        return key instanceof RSAKey rsa
                ? rsa.getModulus().bitLength()
                : ((ECKey) key).getParams().getCurve().getField().getFieldSize();
    }

    /** Returns the signature's digest or its whole name, without hyphens; of RSASSA-PSS it is in the parameters. */
    private static String digest(X509Certificate certificate) {
        String name = certificate.getSigAlgName();
        if (name.equalsIgnoreCase("RSASSA-PSS")) {
            try {
                AlgorithmParameters parameters = AlgorithmParameters.getInstance("RSASSA-PSS");
                byte[] encoded = certificate.getSigAlgParams();
                if (encoded == null) {
                    return "SHA1"; // the default (RFC 8017, A.2.3)
                }
                parameters.init(encoded);
                name = parameters.getParameterSpec(PSSParameterSpec.class).getDigestAlgorithm();
            } catch (GeneralSecurityException | java.io.IOException e) {
                return "";
            }
        }
        return name.toUpperCase(Locale.ROOT).replace("-", "");
    }
}
