package io.statuspulse.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A receiver's certificate and its root, made by the JDK's own keytool.
 *
 * @param context presents the certificate
 * @param pem holds the root
 */
record Certificates(SSLContext context, Path pem) {
    private static final String PASSWORD = "loopback";

    /**
     * Makes a certificate that is its own root.
     *
     * @param names subject alternative names as keytool takes them
     * @param more further arguments, such as the start date
     */
    static Certificates selfSigned(Path directory, String name, String names, String... more) throws Exception {
        Path store = directory.resolve(name + ".p12");
        keytool(store, "receiver", arguments("-ext", "san=" + names, more));
        return load(store, "receiver");
    }

    /** Makes a certificate that a root signed. */
    static Certificates signed(Path directory, String name, String names, String... more) throws Exception {
        Path store = directory.resolve(name + ".p12");
        keytool(store, "root", List.of("-ext", "bc:critical=ca:true"));
        List<String> arguments = arguments("-ext", "san=" + names, more);
        arguments.addAll(List.of("-signer", "root"));
        keytool(store, "receiver", arguments);
        return load(store, "root");
    }

    private static List<String> arguments(String first, String second, String... more) {
        List<String> arguments = new ArrayList<>(List.of(first, second));
        arguments.addAll(Arrays.asList(more));
        return arguments;
    }

    private static void keytool(Path store, String alias, List<String> more) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-keyalg", "EC"));
        command.addAll(List.of("-alias", alias, "-dname", "CN=" + alias + ".example"));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore", store.toString()));
        command.addAll(more);
        Process keytool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Path.of(store + "." + alias + ".log").toFile())
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).as("keytool ended").isTrue();
        assertThat(keytool.exitValue()).as("keytool's exit code").isZero();
    }

    private static Certificates load(Path file, String root) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        byte[] der = store.getCertificate(root).getEncoded();
        if (!root.equals("receiver")) {
            store.deleteEntry(root); // else the receiver might present it as its own
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        Path pem = Files.writeString(
                Path.of(file + ".pem"),
                "The root for tests\n-----BEGIN CERTIFICATE-----\n" + lines.encodeToString(der)
                        + "\n-----END CERTIFICATE-----\n",
                StandardCharsets.US_ASCII);
        return new Certificates(context, pem);
    }
}
