package io.statuspulse.conformance.receiver;

import java.util.ArrayDeque;
import java.util.Queue;

/** Receivers whose defect no scenario of the suite is about. */
public final class Forgetful {
    private Forgetful() {}

    /** One that remembers no more than the latest hundred events. */
    public static ReceiverSettings ofOldEvents(ReceiverSettings settings) {
        return settings.withDefect(
                Defect.ofMemory("latest-hundred", "remembers the latest 100 events", "", Memory::new));
    }

    private static final class Memory extends EventMemory {
        private final Queue<String> latest = new ArrayDeque<>();

        @Override
        synchronized boolean remember(String key) {
            boolean fresh = super.remember(key);
            if (fresh) {
                latest.add(key);
            }
            if (latest.size() > 100) {
                seen.remove(latest.remove());
            }
            return fresh;
        }
    }
}
