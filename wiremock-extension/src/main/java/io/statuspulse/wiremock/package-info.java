/** StatusPulse for WireMock: what a receiver calls downstream as effects, and signatures on stubs and webhooks. */
@NullMarked
package io.statuspulse.wiremock;

import org.jspecify.annotations.NullMarked;
