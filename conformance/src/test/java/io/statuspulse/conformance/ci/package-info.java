/** What services that run builds are given. */
@NullMarked
package io.statuspulse.conformance.ci;

import org.jspecify.annotations.NullMarked;
