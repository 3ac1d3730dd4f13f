package io.statuspulse.conformance.receiver;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Bodies read wrongly, bounded wrongly, or left in the connection (REQ-HTTP-1 and 2, REQ-SIG-2). */
final class TransportDefects {

    private static final int MOST_READS = 200;
    private static final int INFLATED_BYTES = 16 << 20;

    private TransportDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.ofHttp(
                        "single-read",
                        "reads the body with one read and takes what came for all of it",
                        "",
                        SingleRead::new),
                Defect.ofHttp(
                        "limits-reads", "gives up on a body that comes in more than 200 pieces", "", LimitedReads::new),
                limit("body-limit-10kb", "refuses bodies of more than 10 kB", 10_000),
                limit("body-limit-100kb", "refuses bodies of more than 100 kB, the default of express.json()", 102_400),
                Defect.ofHttp(
                        "throws-on-large-body",
                        "throws when a body does not fit into its buffer of 1,000,000 bytes",
                        "",
                        () -> new HttpRules() {
                            @Override
                            int limit() {
                                return 1_000_000;
                            }

                            @Override
                            Answer tooLarge() {
                                throw new IllegalStateException("entity too large");
                            }
                        }),
                Defect.ofParts(
                        "keeps-header-whitespace",
                        "verifies header values with the white space around them",
                        "werkzeug's development server",
                        setup -> Parts.correct(setup)
                                .with(new KeepsWhitespace(setup))
                                .with(new HttpRules() {
                                    @Override
                                    boolean wantsRawHead() {
                                        return true;
                                    }
                                })),
                Defect.ofVerification(
                        "mac-not-reset",
                        "goes on with the connection's last MAC in place of beginning a new one",
                        "",
                        MacNotReset::new),
                Defect.ofFlow(
                        "desyncs-after-rejection",
                        "leaves a rejected delivery's body in the connection, where it is read as the next request",
                        "",
                        Desyncs::new),
                Defect.ofHttp(
                        "stalls-on-large-body",
                        "stops reading a body beyond its limit, and neither answers nor closes",
                        "",
                        () -> new HttpRules() {
                            @Override
                            Answer tooLarge() {
                                Waiting.veryLong();
                                return Answer.HANG_UP;
                            }
                        }),
                Defect.ofHttp(
                        "inflates-without-bound",
                        "inflates gzip into a buffer of 16 MiB to look into it, and throws when that is full",
                        "",
                        Inflates::new));
    }

    private static Defect limit(String name, String summary, int bytes) {
        return Defect.ofHttp(name, summary, "", () -> new HttpRules() {
            @Override
            int limit() {
                return bytes;
            }
        });
    }

    private static final class SingleRead extends HttpRules {
        @Override
        byte[] read(InputStream stream) throws IOException {
            byte[] buffer = new byte[limit() + 1];
            int count = stream.read(buffer);
            return Arrays.copyOf(buffer, Math.max(0, count));
        }
    }

    private static final class LimitedReads extends HttpRules {
        @Override
        byte[] read(InputStream stream) throws IOException {
            byte[] buffer = new byte[limit() + 1];
            int length = 0;
            int count = 0;
            for (int reads = 0; count >= 0 && length < buffer.length; reads++) {
                if (reads > MOST_READS) {
                    throw new IOException("body came in more than " + MOST_READS + " pieces");
                }
                count = stream.read(buffer, length, buffer.length - length);
                length += Math.max(0, count);
            }
            return Arrays.copyOf(buffer, length);
        }
    }

    private static final class KeepsWhitespace extends Verification {
        KeepsWhitespace(Setup setup) {
            super(setup);
        }

        @Override
        Optional<String> only(Request request, String name) {
            return super.only(request, name).map(value -> raw(request, name).orElse(value));
        }

        private static Optional<String> raw(Request request, String name) {
            String start = name.toLowerCase(Locale.ROOT) + ":";
            // One space after the colon is how header lines are written, whatever more there is was meant.
            return Arrays.stream(request.rawHead().split("\r\n", -1))
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()).replaceFirst("^ ", ""))
                    .findFirst();
        }
    }

    private static final class MacNotReset extends Verification {
        MacNotReset(Setup setup) {
            super(setup);
        }

        @Override
        byte[] content(Request request, String timestamp) {
            byte[] fed = Macs.joined(
                    (byte[]) request.connection().getOrDefault("fed", new byte[0]), super.content(request, timestamp));
            request.connection().put("fed", fed);
            return fed;
        }
    }

    private static final class Desyncs extends Flow {
        Desyncs(Parts parts) {
            super(parts);
        }

        @Override
        Answer handle(Request request) {
            return request.connection().containsKey("rejected")
                    ? Answer.error(400, "malformed request line").closing()
                    : super.handle(request);
        }

        @Override
        Answer rejected(Request request) {
            request.connection().put("rejected", true);
            return super.rejected(request);
        }
    }

    private static final class Inflates extends HttpRules {
        @Override
        byte[] asRead(byte[] body) {
            try (InputStream inflated = new GZIPInputStream(new ByteArrayInputStream(body))) {
                if (inflated.readNBytes(INFLATED_BYTES + 1).length > INFLATED_BYTES) {
                    throw new IllegalStateException("buffer is full");
                }
            } catch (IOException e) {
                // No gzip: there is nothing to look into.
            }
            return body;
        }
    }
}
