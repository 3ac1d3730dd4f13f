package io.statuspulse.conformance.receiver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The secrets of one moment; those that are over are kept only so that a defect can go on accepting them. */
record SecretSet(String current, Optional<String> previous, List<String> retired) {

    static void requireUsable(String name, String secret) {
        if (secret.isBlank()) {
            throw new IllegalArgumentException(name + " is blank, a receiver must never run without a secret");
        }
    }

    List<String> active() {
        return Stream.concat(Stream.of(current), previous.stream()).toList();
    }

    SecretSet rotated(String newCurrent, Optional<String> newPrevious) {
        requireUsable("current secret", newCurrent);
        newPrevious.ifPresent(s -> requireUsable("previous secret", s));
        List<String> over = new ArrayList<>(retired);
        over.addAll(active());
        over.remove(newCurrent);
        newPrevious.ifPresent(over::remove);
        return new SecretSet(newCurrent, newPrevious, List.copyOf(over));
    }

    @Override
    public String toString() {
        return "SecretSet[hidden]";
    }
}
