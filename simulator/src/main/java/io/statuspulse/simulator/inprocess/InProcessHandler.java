package io.statuspulse.simulator.inprocess;

/** Code in this process that answers requests, as a servlet or a controller does. Called by many threads at once. */
@FunctionalInterface
public interface InProcessHandler {

    /**
     * Answers one request.
     *
     * @throws Exception where it breaks down: a server would answer 500, and so it counts
     */
    InProcessResponse handle(InProcessRequest request) throws Exception;

    /** A handler that answers 200 to what the verifier accepts and 401 to the rest, whatever method and path. */
    static InProcessHandler of(Verifier verifier) {
        return request -> verifier.accepts(request.headers(), request.body().toArray())
                ? InProcessResponse.of(200).explained("accepted")
                : InProcessResponse.of(401).explained("rejected");
    }

    /**
     * As {@link #of(Verifier)}, of a verifier that says no by throwing; what it throws then is the body of the 401, for
     * that is how it gets into answers and logs.
     *
     * @param rejection what it throws to say no; whatever else it throws means that it broke down
     */
    static InProcessHandler of(Class<? extends Exception> rejection, Verifier.Throwing verifier) {
        return request -> {
            try {
                verifier.verify(request.headers(), request.body().toArray());
                return InProcessResponse.of(200).explained("accepted");
            } catch (Exception e) {
                if (rejection.isInstance(e)) {
                    return InProcessResponse.of(401).withBody(e.toString());
                }
                throw e;
            }
        };
    }
}
