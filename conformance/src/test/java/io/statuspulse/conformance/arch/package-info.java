/** What may depend on what. */
@NullMarked
package io.statuspulse.conformance.arch;

import org.jspecify.annotations.NullMarked;
