/** Code in this process under the suite, beside the same code behind a server. */
@NullMarked
package io.statuspulse.conformance.inprocess;

import org.jspecify.annotations.NullMarked;
