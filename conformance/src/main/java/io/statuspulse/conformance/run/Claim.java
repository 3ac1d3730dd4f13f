package io.statuspulse.conformance.run;

/**
 * What must be true of the effects of one event when everything has settled.
 *
 * @param eventId the event
 * @param times how often it must have been processed
 */
record Claim(String eventId, int times) {}
