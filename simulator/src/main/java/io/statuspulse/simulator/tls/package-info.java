/** TLS as data: hellos written by hand and their answers, certificates and what is to be said of them. */
@NullMarked
package io.statuspulse.simulator.tls;

import org.jspecify.annotations.NullMarked;
