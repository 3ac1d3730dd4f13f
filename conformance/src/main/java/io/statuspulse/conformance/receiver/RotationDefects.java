package io.statuspulse.conformance.receiver;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Rotations while the receiver runs that lose deliveries or open a gap (REQ-ROT-1, 2 and 4). */
final class RotationDefects {

    private static final long GAP_MILLIS = 300;
    private static final int CACHED = 6;

    private RotationDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.ofVerification(
                        "keeps-previous-secret",
                        "goes on accepting the previous secret when the overlap has ended",
                        "",
                        KeepsPrevious::new),
                Defect.ofVerification(
                        "drops-previous-at-rotation",
                        "forgets the previous secret as soon as it is given a new one",
                        "",
                        setup -> new Verification(setup) {
                            @Override
                            void rotate(String current, Optional<String> previous) {
                                super.rotate(current, Optional.empty());
                            }
                        }),
                Defect.ofVerification(
                        "rotates-late",
                        "has its secrets in a cache, and looks for new ones after six deliveries",
                        "",
                        RotatesLate::new),
                Defect.ofVerification(
                        "rejects-while-rotating",
                        "rejects everything while it rotates, for it has no secret then",
                        "",
                        setup -> new Gap(setup, false)),
                Defect.ofVerification(
                        "accepts-while-rotating",
                        "accepts everything while it rotates, for it has no secret to verify with then",
                        "",
                        setup -> new Gap(setup, true)));
    }

    private static final class KeepsPrevious extends Verification {
        private volatile List<String> kept = List.of();

        KeepsPrevious(Setup setup) {
            super(setup);
        }

        @Override
        void rotate(String current, Optional<String> previous) {
            List<String> before = setup.secrets().active();
            super.rotate(current, previous);
            kept = previous.isPresent() ? List.of() : before;
        }

        @Override
        List<byte[]> keys() {
            return Stream.concat(super.keys().stream(), kept.stream().map(Macs::utf8))
                    .toList();
        }
    }

    private static final class RotatesLate extends Verification {
        private final AtomicInteger left = new AtomicInteger();
        private volatile List<byte[]> cached = List.of();

        RotatesLate(Setup setup) {
            super(setup);
        }

        @Override
        void rotate(String current, Optional<String> previous) {
            cached = super.keys();
            left.set(CACHED);
            super.rotate(current, previous);
        }

        @Override
        List<byte[]> keys() {
            return left.getAndUpdate(n -> Math.max(0, n - 1)) > 0 ? cached : super.keys();
        }
    }

    /** Answers everything alike until the rotation is done, which takes a moment. */
    private static final class Gap extends Verification {
        private final boolean held;
        private volatile boolean rotating;

        Gap(Setup setup, boolean held) {
            super(setup);
            this.held = held;
        }

        @Override
        void rotate(String current, Optional<String> previous) {
            super.rotate(current, previous);
            rotating = true;
            Waiting.millis(GAP_MILLIS);
            rotating = false;
        }

        @Override
        boolean holds(Request request) {
            return rotating ? held : super.holds(request);
        }
    }
}
