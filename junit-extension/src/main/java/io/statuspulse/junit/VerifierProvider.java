package io.statuspulse.junit;

import io.statuspulse.conformance.verifier.VerifierSetup;
import io.statuspulse.simulator.inprocess.Verifier;

/**
 * Says which function is tested by the vectors; {@code VerifierConformance} has the tests.
 *
 * <pre>{@code
 * class MyVerifierTest implements VerifierConformance {
 *     @Override
 *     public Verifier verifier(VerifierSetup setup) {
 *         var mine = new MyVerifier(setup.secrets(), setup.tolerance(), setup.clock());
 *         return (headers, body) -> mine.verify(headers.asMap(), body);
 *     }
 * }
 * }</pre>
 */
public interface VerifierProvider {

    /**
     * Returns the function, configured so. Each test calls it once for each setup, and the function from one thread.
     *
     * @param setup the secrets, the tolerance and the clock; not those of this machine
     */
    Verifier verifier(VerifierSetup setup);

    /** Returns whether a failed SHOULD fails its test, and does not abort it. Default: false. */
    default boolean strict() {
        return false;
    }
}
