/** Applications, right and wrong, behind MockMvc and in servlets. */
package io.statuspulse.servlet;
