package io.statuspulse.conformance.receiver;

/** Receivers that are correct in another way than the built-in one. */
public final class Correct {
    private Correct() {}

    /** One that answers at once, and does its work later. */
    public static ReceiverSettings queued(ReceiverSettings settings) {
        return settings.withDefect(
                Defect.ofMemory("queued", "works events off later: no defect at all", "", QueuedMemory::new));
    }
}
