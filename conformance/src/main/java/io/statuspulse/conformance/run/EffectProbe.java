package io.statuspulse.conformance.run;

/** Tells what a receiver did with an event, beyond how it answered. Called from several threads. */
@FunctionalInterface
public interface EffectProbe {

    /**
     * Returns how often the receiver processed that event so far; 0 for one that it never saw.
     *
     * @throws UnreadableEffectsException if that cannot be told
     */
    int timesProcessed(String eventId);

    /** Thrown where effects cannot be read; the message names the source and what would be right. */
    final class UnreadableEffectsException extends RuntimeException {
        private static final long serialVersionUID = 1;

        public UnreadableEffectsException(String message) {
            super(message);
        }

        public UnreadableEffectsException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
