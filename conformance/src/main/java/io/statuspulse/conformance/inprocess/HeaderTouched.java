package io.statuspulse.conformance.inprocess;

import io.statuspulse.simulator.delivery.Edit;
import io.statuspulse.simulator.delivery.SentEdit.AddHeader;
import io.statuspulse.simulator.delivery.SentEdit.CopyHeader;
import io.statuspulse.simulator.delivery.SentEdit.DropHeader;
import io.statuspulse.simulator.delivery.SentEdit.RemoveHeader;
import io.statuspulse.simulator.delivery.SentEdit.SetHeader;
import java.util.Optional;

/** Which header an edit adds, changes or leaves out by its name. */
final class HeaderTouched {
    private HeaderTouched() {}

    static Optional<String> by(Edit edit) {
        if (edit instanceof AddHeader add) {
            return Optional.of(add.name());
        } else if (edit instanceof SetHeader set) {
            return Optional.of(set.name());
        } else if (edit instanceof RemoveHeader remove) {
            return Optional.of(remove.name());
        } else if (edit instanceof CopyHeader copy) {
            return Optional.of(copy.name());
        } else if (edit instanceof DropHeader drop) {
            return switch (drop.header()) {
                case CONTENT_TYPE -> Optional.of("Content-Type");
                case HOST -> Optional.of("Host");
                case SIGNATURE, TIMESTAMP -> Optional.empty();
            };
        }
        return Optional.empty();
    }
}
