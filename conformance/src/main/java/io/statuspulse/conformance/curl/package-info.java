/** What failed as a command line for a POSIX shell with curl and openssl. */
@NullMarked
package io.statuspulse.conformance.curl;

import org.jspecify.annotations.NullMarked;
