package io.statuspulse.simulator.delivery;

import io.statuspulse.fuzz.Claim;
import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.DeliveryPlan.Base;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An edit that is typed is read or refused in one line; a delivery with it is composed or refused in one line, twice to
 * the same bytes, and shows no secret. One edit a line; after an empty line, the body that they act on.
 */
public final class EditFuzz {
    /** Large ones are only slow: {@code EditBoundsTest} is about them. */
    private static final Pattern LARGE = Pattern.compile("[0-9]{4}");

    private EditFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        if (LARGE.matcher(text.replaceAll("(?m)^[^\n]*shift[^\n]*$", "")).find()) {
            return;
        }
        String[] parts = text.split("\n\n", 2);
        List<Edit> edits = new ArrayList<>();
        for (String line : parts[0].split("\n", 5)) {
            parsed(line).ifPresent(edits::add);
        }
        Base base = parts.length == 1
                ? DeliveryPlan.valid().base()
                : new Base.Supplied(new String(parts[1].getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        compose(DeliveryPlan.of(base).but(edits.toArray(Edit[]::new)));
    }

    private static Optional<Edit> parsed(String line) {
        try {
            Edit edit = EditParser.parse(line);
            Claim.oneLine(edit.print());
            Claim.same(edit, EditParser.parse(line), () -> "read again");
            return Optional.of(edit);
        } catch (IllegalArgumentException e) {
            Claim.oneAsciiLine(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static void compose(DeliveryPlan plan) {
        try {
            Delivery delivery = Composing.compose(plan);
            Claim.same(delivery.segments(), Composing.compose(plan).segments(), () -> "composed again");
            Bytes wire = Composing.wire(delivery);
            Bytes shown = delivery.redaction().apply(wire);
            Claim.that(!delivery.redaction().revealsSecret(shown), () -> "shows a secret: " + shown.asLatin1());
            Claim.that(!delivery.redaction().revealsExpectedSignature(shown), () -> "shows it: " + shown.asLatin1());
            Claim.oneLine(delivery.toString());
        } catch (NotComposableException e) {
            Claim.oneLine(String.valueOf(e.getMessage()));
        }
    }
}
