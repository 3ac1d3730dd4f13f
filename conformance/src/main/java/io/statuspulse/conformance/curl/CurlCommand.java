package io.statuspulse.conformance.curl;

import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.Delivery;
import io.statuspulse.simulator.delivery.Edit;
import io.statuspulse.simulator.delivery.HeaderLine;
import io.statuspulse.simulator.delivery.Segment;
import io.statuspulse.simulator.delivery.SentEdit.AlterSignature;
import io.statuspulse.simulator.delivery.Signing;
import io.statuspulse.simulator.wire.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One delivery as a command line: a function that prints the body, variables, and what curl sends. */
final class CurlCommand {
    private static final int MOST_BODY = 4_096;
    private static final int MOST_CHARACTERS = 12_000;

    private static final Pattern URL = Pattern.compile("(?i)(https?://([^/?#]+)).*");
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern REQUEST_LINE = Pattern.compile("(\\S+) (\\S+) HTTP/1\\.1");

    /** What curl sends by itself where it is not told otherwise. */
    private static final Set<String> BY_ITSELF = Set.of("user-agent", "accept", "content-type");

    private final Delivery delivery;
    private final Signing signing;
    private final Clock clock;
    private final Predicate<String> hidden;
    private final String origin;
    private final String authority;
    private final List<String> commands = new ArrayList<>();

    CurlCommand(String target, Exchange exchange, Predicate<String> hidden) throws NotForCurlException {
        this.delivery = exchange.delivery();
        this.signing =
                delivery.signing().orElseThrow(() -> new NotForCurlException("it is not known how it was signed"));
        this.clock = new Clock(exchange);
        this.hidden = hidden;
        Matcher url = URL.matcher(target);
        if (!url.matches()) {
            throw new NotForCurlException("the receiver has no URL");
        }
        this.origin = url.group(1);
        this.authority = url.group(2);
        requirePlainRequest();
        compose();
    }

    private void requirePlainRequest() throws NotForCurlException {
        if (delivery.body().size() > MOST_BODY) {
            throw new NotForCurlException("its body is too long for a line");
        }
        if (!delivery.segments().equals(List.of(new Segment.Write(plain())))) {
            throw new NotForCurlException("curl does not send such HTTP");
        }
        if (!delivery.redaction().apply(delivery.body()).equals(delivery.body())) {
            throw new NotForCurlException("its body holds what may not be shown");
        }
        for (String name : List.of("Host", "Content-Length")) {
            if (headers(name).size() != 1) {
                throw new NotForCurlException("curl sends " + name + " once");
            }
        }
        if (!headers("Transfer-Encoding").isEmpty()) {
            throw new NotForCurlException("curl does not send such HTTP");
        }
    }

    private Bytes plain() {
        StringBuilder head = new StringBuilder(delivery.requestLine()).append("\r\n");
        delivery.headers()
                .forEach(line -> head.append(line.name())
                        .append(": ")
                        .append(line.value())
                        .append("\r\n"));
        return Bytes.latin1(head.append("\r\n").toString()).plus(delivery.body());
    }

    private List<HeaderLine> headers(String name) {
        return delivery.headers().stream().filter(line -> line.is(name)).toList();
    }

    private void compose() throws NotForCurlException {
        Matcher line = REQUEST_LINE.matcher(delivery.requestLine());
        if (!line.matches()) {
            throw new NotForCurlException("curl does not send such HTTP");
        }
        String curl = "b | curl -sS -i --noproxy '*'"
                + (origin.toLowerCase(Locale.ROOT).startsWith("https") ? " --http1.1" : "")
                + method(line.group(1))
                + headerOptions()
                + " --data-binary @- " + url(line.group(2));
        commands.add("b() { " + ShellWord.printf(delivery.body().asLatin1()) + "; }");
        boolean dated = curl.contains("$T") || curl.contains("((T");
        if (curl.contains("$S") || curl.contains("$W")) {
            ShellWord timestamp = timestamp(signing.timestamp());
            String signed = signing.body().equals(delivery.body()) ? "b" : other(signing.body());
            String assignment = new Signer(signing).assignment(timestamp, signed);
            dated |= assignment.contains("$T") || assignment.contains("((T");
            commands.add(assignment);
            if (curl.contains("$W")) {
                commands.add("W=$(printf %s \"$S\" | tr 0123456789abcdef 1032547698badcfe)");
            }
        }
        if (dated) {
            commands.add(1, clock.assignment());
        }
        commands.add(curl);
        if (toString().length() > MOST_CHARACTERS) {
            throw new NotForCurlException("it is too long for a line");
        }
    }

    private String other(Bytes body) throws NotForCurlException {
        if (body.size() > MOST_BODY || !delivery.redaction().apply(body).equals(body)) {
            throw new NotForCurlException("the body that is signed is too long for a line");
        }
        return ShellWord.printf(body.asLatin1());
    }

    private static String method(String method) throws NotForCurlException {
        if (method.equals("HEAD") || method.equals("CONNECT")) {
            throw new NotForCurlException("curl does not send " + method + " with a body");
        }
        return method.equals("POST") ? "" : " -X " + ShellWord.of(method);
    }

    private String url(String requestTarget) throws NotForCurlException {
        String options = (requestTarget.matches(".*[\\[\\]{}].*") ? "-g " : "")
                + (requestTarget.contains("/.") ? "--path-as-is " : "");
        return options + ShellWord.of(origin).then(word(requestTarget));
    }

    private String headerOptions() throws NotForCurlException {
        StringBuilder options = new StringBuilder();
        for (String name : List.of("User-Agent", "Accept", "Content-Type")) {
            if (headers(name).isEmpty()) {
                options.append(" -H ").append(ShellWord.of(name + ":"));
            }
        }
        for (HeaderLine line : delivery.headers()) {
            if (!sentAnyway(line)) {
                options.append(" -H ").append(header(line));
            }
        }
        return options.toString();
    }

    private boolean sentAnyway(HeaderLine line) {
        return line.is("Content-Length")
                || (line.is("Host") && line.value().equals(authority))
                || (line.is("Accept")
                        && line.value().equals("*/*")
                        && headers("Accept").size() == 1);
    }

    private ShellWord header(HeaderLine line) throws NotForCurlException {
        if (hidden.test(line.name())) {
            String variable = "HEADER_" + line.name().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
            return ShellWord.of(line.name() + ": ").expression("$" + variable);
        }
        if (line.value().isBlank()) {
            return ShellWord.of(line.name() + ";");
        }
        if (line.value().indexOf('\0') >= 0) {
            throw new NotForCurlException("no shell holds a NUL");
        }
        if (BY_ITSELF.contains(line.name().toLowerCase(Locale.ROOT))
                && headers(line.name()).size() > 1) {
            throw new NotForCurlException("curl sends " + line.name() + " once");
        }
        ShellWord word = ShellWord.of(line.name() + ": ");
        Optional<AlterSignature> alteration = alteration(line);
        if (alteration.isPresent()) {
            return word.then(Alterations.of(alteration.get().alteration()));
        }
        return word.then(line.is(signing.scheme().timestampHeader()) ? timestamp(line.value()) : word(line.value()));
    }

    /** Where it is the one edit of the signature's text, and the text has the form that it cuts up. */
    private Optional<AlterSignature> alteration(HeaderLine line) {
        List<Edit> edits = delivery.plan().edits();
        boolean digits = HEX.matcher(signing.signature()).matches();
        return line.is(signing.scheme().signatureHeader())
                        && digits
                        && headers(line.name()).size() == 1
                ? edits.stream()
                        .filter(AlterSignature.class::isInstance)
                        .map(AlterSignature.class::cast)
                        .reduce((before, last) -> last)
                : Optional.empty();
    }

    private ShellWord timestamp(String text) throws NotForCurlException {
        Optional<String> written = clock.inOtherWords(text);
        return written.isPresent() ? new ShellWord().expression(written.get()) : word(text);
    }

    /** Returns a text with expressions in place of signatures and moments, and nothing left that may not be shown. */
    private ShellWord word(String text) throws NotForCurlException {
        boolean digits = HEX.matcher(signing.signature()).matches();
        ShellWord word = new ShellWord();
        int at = 0;
        while (at < text.length()) {
            Optional<Map.Entry<String, String>> moment = clock.at(text, at);
            if (text.startsWith(signing.signature(), at)) {
                word.expression("$S");
                at += signing.signature().length();
            } else if (digits && text.startsWith(signing.wrongThroughout(), at)) {
                word.expression("$W");
                at += signing.signature().length();
            } else if (moment.isPresent()) {
                word.expression(moment.get().getValue());
                at += moment.get().getKey().length();
            } else {
                word.literal(text.substring(at, at + 1));
                at++;
            }
        }
        for (String literal : word.literals()) {
            if (!delivery.redaction().apply(literal).equals(literal)) {
                throw new NotForCurlException("it holds a part of a signature that may not be shown");
            }
        }
        return word;
    }

    /** Returns the line: a subshell, which leaves nothing behind in the user's. */
    @Override
    public String toString() {
        return "( " + String.join("; ", commands) + " )";
    }
}
