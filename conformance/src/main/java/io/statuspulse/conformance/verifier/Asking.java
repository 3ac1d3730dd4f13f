package io.statuspulse.conformance.verifier;

import java.util.List;

/** A way of asking a verifier. */
interface Asking {

    /**
     * Asks all questions.
     *
     * @param questions with distinct ids; the first is one that every verifier can answer
     * @param progress told as it goes on
     * @throws IllegalArgumentException if there is no such verifier
     */
    Replies ask(List<Question> questions, Progress progress);

    /** Hears how it goes on; what it does holds up the verifier. Called from several threads, one at a time. */
    interface Progress {
        Progress SILENT = new Progress() {
            @Override
            public void asked(String id) {}

            @Override
            public void answered(String id, Reply.Answered answer) {}
        };

        /** It is about to be asked, and may be so again. */
        void asked(String id);

        /** It answered. */
        void answered(String id, Reply.Answered answer);
    }
}
