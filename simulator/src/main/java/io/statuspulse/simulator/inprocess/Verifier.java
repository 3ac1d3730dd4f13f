package io.statuspulse.simulator.inprocess;

/**
 * A function that tells genuine deliveries from all others (contract REQ-SIG-1 to 3, REQ-TIME-1 to 4, REQ-ROT-1 to 3), and
 * that has its secrets and its clock from elsewhere. Called by many threads at once.
 *
 * <pre>{@code
 * Verifier mine = (headers, body) -> MyLibrary.verify(secret, headers.asMap(), body);
 * }</pre>
 */
@FunctionalInterface
public interface Verifier {

    /**
     * Returns whether a delivery is to be accepted.
     *
     * @param headers the headers as a server hands them on
     * @param body the raw body; the function may keep or change the array
     * @throws Exception where it breaks down, which is no rejection: a receiver would answer 500, and so it counts
     */
    boolean accepts(RequestHeaders headers, byte[] body) throws Exception;

    /** A verifier that says no by throwing. */
    @FunctionalInterface
    interface Throwing {

        /**
         * Returns where a delivery is to be accepted.
         *
         * @param headers the headers as a server hands them on
         * @param body the raw body; the function may keep or change the array
         * @throws Exception where it is to be rejected, or where the function breaks down
         */
        void verify(RequestHeaders headers, byte[] body) throws Exception;
    }
}
