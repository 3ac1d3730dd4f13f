package io.statuspulse.conformance.receiver;

import tools.jackson.databind.node.ObjectNode;

/** The order of things: verify the raw bytes, then read them, then process the event once (REQ-SIG-2, REQ-IDEM-2). */
class Flow {

    final Parts parts;

    Flow(Parts parts) {
        this.parts = parts;
    }

    Answer handle(Request request) {
        return parts.verification().holds(request) ? taken(request) : rejected(request);
    }

    /** One answer whatever the cause, so that it tells an attacker nothing (REQ-SIG-4). */
    Answer rejected(Request request) {
        return Answer.error(401, "invalid signature");
    }

    Answer taken(Request request) {
        try {
            ObjectNode event = parts.reader().read(request.body());
            return parts.memory().take(request, event);
        } catch (Refusal e) {
            return e.answer();
        }
    }
}
