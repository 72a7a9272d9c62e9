/**
 * The comparison: the JDK's own TLS 1.3 on the same Netty.
 *
 * <p>In: certificates made at run time.
 *
 * <p>Out: channels that speak TLS.
 */
@NullMarked
package org.officeos.bench.tls;

import org.jspecify.annotations.NullMarked;
