package io.statuspulse.simulator.delivery;

/** When an edit acts, in this order. */
public enum Moment {
    /** On the body, before it is signed. */
    BODY,
    /** On what is signed, with what, and on the timestamp. */
    SIGNING,
    /** On what was signed: headers and body as they are sent. */
    SENT,
    /** On how the request goes onto the wire. */
    WIRE
}
