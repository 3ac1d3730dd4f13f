/** Commands that users give: what they look like, and what they are split into. */
@NullMarked
package io.statuspulse.conformance.command;

import org.jspecify.annotations.NullMarked;
