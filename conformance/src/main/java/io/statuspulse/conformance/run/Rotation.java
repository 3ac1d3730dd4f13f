package io.statuspulse.conformance.run;

import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.delivery.SigningEdit.SignWith;
import io.statuspulse.simulator.signing.SigningKey;
import io.statuspulse.simulator.signing.SigningKey.Known;
import io.statuspulse.simulator.signing.SigningKey.Lookalike;
import java.util.Optional;

/** The receiver's secrets while scenarios rotate them, and the way back. */
final class Rotation {
    /** The secret that is rotated to; it begins as the current one does, as secrets of one provider do. */
    static final SigningKey NEXT = new Lookalike("rotated-to", 6);

    /** A secret that is never in force. */
    static final SigningKey WRONG = new Lookalike("never-in-force", 6);

    /** Thrown where the hook did. */
    static final class HookFailedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        HookFailedException(RuntimeException cause) {
            super("the rotation hook failed: " + cause.getMessage(), cause);
        }
    }

    private final RunSettings settings;
    private final Health health;
    private boolean rotated;

    Rotation(RunSettings settings, Health health) {
        this.settings = settings;
        this.health = health;
    }

    static DeliveryPlan signedWith(SigningKey key) {
        return DeliveryPlan.valid().with(new SignWith(key));
    }

    /** Returns why nothing can be rotated; empty where it can. */
    Optional<String> whyNot() {
        if (settings.hooks().rotation().isEmpty()) {
            return Optional.of("there is no rotation hook (--rotate)");
        }
        return text(NEXT).isEmpty() ? Optional.of(NEXT.whyNot()) : Optional.empty();
    }

    /** Puts the next secret in force, and leaves the current one in the overlap. */
    void begin() {
        // Also where the hook throws: nobody knows what it did before.
        rotated = true;
        rotate(next(), text(Known.CURRENT));
    }

    /** Leaves the next secret alone in force. */
    void endOverlap() {
        rotate(next(), Optional.empty());
    }

    /** Puts the secrets in force that the run was begun with; without that, nothing that follows can be judged. */
    void back() {
        if (!rotated) {
            return;
        }
        try {
            rotate(text(Known.CURRENT).orElseThrow(), text(Known.PREVIOUS));
            rotated = false;
        } catch (HookFailedException e) {
            health.lost("the receiver could not be rotated back to its own secrets: " + e.getMessage());
        }
    }

    private void rotate(String current, Optional<String> previous) {
        try {
            settings.hooks().rotation().orElseThrow().rotate(current, previous);
        } catch (RuntimeException e) {
            throw new HookFailedException(e);
        }
    }

    private String next() {
        return text(NEXT).orElseThrow();
    }

    private Optional<String> text(SigningKey key) {
        return key.bytes(settings.secrets()).map(Bytes::asUtf8);
    }
}
