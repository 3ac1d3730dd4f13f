/** Certificates, right and wrong, and TLS servers that present them: for the tests of several modules. */
@NullMarked
package io.statuspulse.tlsfixtures;

import org.jspecify.annotations.NullMarked;
