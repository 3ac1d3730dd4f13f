/** What services that run builds read, made from a report that was read back. */
@NullMarked
package io.statuspulse.conformance.ci;

import org.jspecify.annotations.NullMarked;
