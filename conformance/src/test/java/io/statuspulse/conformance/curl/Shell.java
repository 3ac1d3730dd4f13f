package io.statuspulse.conformance.curl;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/** The shell that users have. */
final class Shell {
    private static final Pattern STATUS = Pattern.compile("^HTTP/\\S+ (\\d{3})", Pattern.MULTILINE);

    private Shell() {}

    /** Skips where a tool that the lines need is absent. */
    static void requireTools() throws Exception {
        for (String tool : new String[] {"curl", "openssl"}) {
            Process found = new ProcessBuilder("sh", "-c", "command -v " + tool).start();
            found.waitFor(30, TimeUnit.SECONDS);
            Assumptions.assumeTrue(found.exitValue() == 0, tool + " is not installed");
        }
    }

    /** Runs the line, and returns the status of the answer that curl shows; fails where there is none. */
    static int status(String line, Map<String, String> secrets) {
        try {
            ProcessBuilder builder = new ProcessBuilder("sh", "-c", line).redirectErrorStream(true);
            builder.environment().putAll(secrets);
            // A locale in which a byte need not be a character.
            builder.environment().put("LC_ALL", "C.UTF-8");
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), ISO_8859_1);
            process.waitFor(30, TimeUnit.SECONDS);
            Matcher status = STATUS.matcher(output);
            int last = 0;
            while (status.find()) {
                last = Integer.parseInt(status.group(1));
            }
            if (last == 0) {
                throw new AssertionError(line + "\n" + output);
            }
            return last;
        } catch (IOException e) {
            throw new AssertionError(line, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(line, e);
        }
    }
}
