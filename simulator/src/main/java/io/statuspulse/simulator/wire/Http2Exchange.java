package io.statuspulse.simulator.wire;

/**
 * One delivery that was to go over HTTP/2.
 *
 * @param exchange the delivery and what came back; how long single phases took is not known, and counted as the answer's
 * @param overHttp2 whether the answer came over HTTP/2; false where it came over HTTP/1.1, or none came
 */
public record Http2Exchange(Exchange exchange, boolean overHttp2) {}
