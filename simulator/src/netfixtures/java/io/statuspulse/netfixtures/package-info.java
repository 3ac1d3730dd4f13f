/** What tests of all modules need of the network. */
@NullMarked
package io.statuspulse.netfixtures;

import org.jspecify.annotations.NullMarked;
