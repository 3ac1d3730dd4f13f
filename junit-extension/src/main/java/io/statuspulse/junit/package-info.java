/**
 * The conformance suite inside JUnit: a test class implements {@link io.statuspulse.junit.StatusPulseConformance}, or
 * the interfaces of single areas, and says in one method where its receiver is.
 */
@NullMarked
package io.statuspulse.junit;

import org.jspecify.annotations.NullMarked;
