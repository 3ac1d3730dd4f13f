/** Command lines that are run by a shell. */
@NullMarked
package io.statuspulse.conformance.curl;

import org.jspecify.annotations.NullMarked;
