package org.officeos.laptop.relay;

import org.officeos.laptop.upstream.UpstreamException;

/**
 * One opcode's translation, call, validation and transformation. Runs on a worker and may block.
 */
interface Work {

  /** Does it. */
  Answer run(RelayContext context) throws RelayFailure, UpstreamException, InterruptedException;
}
