package io.statuspulse.simulator.tls;

import io.statuspulse.fuzz.Claim;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Whatever comes for a ClientHello is an answer in words; nothing but a hello that came whole is an agreement. */
public final class HelloFuzz {
    private HelloFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        HelloAnswer answer = HelloReader.read(new ByteArrayInputStream(input));
        Claim.oneAsciiLine(answer.words());
        Claim.that(answer.words().length() < 400, () -> "too many words: " + answer.words());
        Claim.that(!(answer instanceof HelloAnswer.Failed), () -> "only who connects can know that");
        if (answer instanceof HelloAnswer.Agreed agreed) {
            // A record, a hello of its least size, and a done.
            Claim.that(input.length >= 5 + 4 + 38 + 4, () -> input.length + " bytes cannot agree");
            Claim.that(agreed.version() >= 0 && agreed.version() <= 0xffff, () -> "version " + agreed.version());
        }
        cutShort(input, answer);
    }

    /** A beginning of it never says more than the whole, other than that it ended. */
    private static void cutShort(byte[] input, HelloAnswer whole) throws IOException {
        HelloAnswer half = HelloReader.read(new ByteArrayInputStream(input, 0, input.length / 2));
        boolean ended = half instanceof HelloAnswer.Closed || half instanceof HelloAnswer.NotTls;
        Claim.that(ended || half.equals(whole), () -> half.words() + ", but of the whole: " + whole.words());
    }
}
