package io.statuspulse.conformance.receiver;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTTP that is read wrongly, and servers that cannot serve others meanwhile (REQ-HTTP-2, REQ-SIG-2). */
final class WireDefects {

    private static final int FEW_CONNECTIONS = 100;
    private static final Pattern LENIENT_SIZE = Pattern.compile("\\s*\\+?(?:0[xX])?([0-9a-fA-F]{1,8})");

    private WireDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.ofServer(
                        "reads-past-content-length",
                        "takes what waits in the connection for the body, beyond its declared length",
                        "",
                        () -> new Leniency() {
                            @Override
                            int beyond(int waiting) {
                                return waiting;
                            }
                        }),
                Defect.ofServer(
                        "waits-for-missing-body",
                        "waits on for the rest of a body when the other side has closed",
                        "",
                        () -> new Leniency() {
                            @Override
                            IOException endedEarly() {
                                Waiting.veryLong();
                                return super.endedEarly();
                            }
                        }),
                Defect.ofServer(
                        "keeps-connection-after-length-and-chunked",
                        "ignores a length beside a transfer coding and serves the connection on",
                        "Go's net/http",
                        () -> new Leniency() {
                            @Override
                            Framing both(List<String> lengths) {
                                return Framing.CHUNKED;
                            }
                        }),
                Defect.ofServer("first-length-wins", "goes by the first of several lengths", "", () -> new Leniency() {
                    @Override
                    long length(List<String> values) throws Malformed {
                        return super.length(values.subList(0, 1));
                    }
                }),
                Defect.ofServer("last-length-wins", "goes by the last of several lengths", "", () -> new Leniency() {
                    @Override
                    long length(List<String> values) throws Malformed {
                        return super.length(values.subList(values.size() - 1, values.size()));
                    }
                }),
                Defect.ofServer(
                        "lenient-chunk-size",
                        "reads as much of a chunk's size as is a number, as strtol does: signs, 0x and what follows",
                        "",
                        () -> new Leniency() {
                            @Override
                            long chunkSize(String line) {
                                Matcher size = LENIENT_SIZE.matcher(line);
                                return size.lookingAt() ? Long.parseLong(size.group(1), 16) : 0;
                            }
                        }),
                Defect.ofServer(
                        "throws-on-bad-chunk-size",
                        "parses a chunk's size and lets the parser throw",
                        "werkzeug, gunicorn and Jetty answer 500",
                        () -> new Leniency() {
                            @Override
                            long chunkSize(String line) {
                                int end = line.indexOf(';');
                                return Long.parseLong((end < 0 ? line : line.substring(0, end)).strip(), 16);
                            }
                        }),
                Defect.ofServer(
                        "joins-folded-lines",
                        "joins the lines of a folded header with nothing between them",
                        "",
                        () -> new Leniency() {
                            @Override
                            String unfolded(String line, String continuation) {
                                return line + continuation.strip();
                            }
                        }),
                Defect.ofServer(
                        "trims-header-names",
                        "trims white space between a header's name and its colon",
                        "",
                        () -> new Leniency() {
                            @Override
                            Headers.Line line(String text) throws Malformed {
                                return super.line(text.replaceFirst("^([^:\\s]+)[ \\t]+:", "$1:"));
                            }
                        }),
                Defect.ofServer("drops-nul-bytes", "drops NUL bytes from headers", "", () -> new Leniency() {
                    @Override
                    Headers.Line line(String text) throws Malformed {
                        return super.line(text.replace("\0", ""));
                    }
                }),
                Defect.ofServer(
                        "throws-on-many-headers",
                        "keeps headers in a table of 200 and throws when it is full",
                        "",
                        () -> new Leniency() {
                            @Override
                            Malformed tooManyHeaders() {
                                throw new IllegalStateException("table is full");
                            }
                        }),
                Defect.ofServer(
                        "throws-on-missing-host",
                        "uses the Host header without asking whether there is one",
                        "",
                        () -> new Leniency() {
                            @Override
                            Malformed hostMissing() {
                                throw new IllegalStateException("no host");
                            }
                        }),
                Defect.ofServer(
                        "throws-on-pipelined",
                        "throws where there is more in its buffer than one request",
                        "",
                        () -> new Leniency() {
                            @Override
                            int beyond(int waiting) {
                                if (waiting > 0) {
                                    throw new IllegalStateException("request is too long");
                                }
                                return 0;
                            }
                        }),
                Defect.ofServer(
                        "one-at-a-time",
                        "serves one request at a time, from the first byte of its head",
                        "",
                        OneAtATime::new),
                Defect.ofServer(
                        "limited-connections",
                        "serves 100 connections, idle ones included, and lets the others wait",
                        "",
                        () -> new Leniency() {
                            @Override
                            int mostConnections() {
                                return FEW_CONNECTIONS;
                            }
                        }));
    }

    private static final class OneAtATime extends Leniency {
        private final ReentrantLock lock = new ReentrantLock();

        @Override
        boolean serve(Turn exchange) throws IOException {
            lock.lock();
            try {
                return exchange.take();
            } finally {
                lock.unlock();
            }
        }
    }
}
