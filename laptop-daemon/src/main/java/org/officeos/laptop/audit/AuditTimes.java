package org.officeos.laptop.audit;

/**
 * Where a request's time went, in microseconds.
 *
 * @param gate permission, budget and the entry before the call
 * @param queue waiting for a worker
 * @param upstream the service, its own queue included
 * @param transform checking and fitting the answer
 * @param total from reception to the answer's hand-over, waiting for the device's credit included
 */
public record AuditTimes(long gate, long queue, long upstream, long transform, long total) {

  /** Microseconds the laptop took beside the service, waiting for a worker included. */
  public long overhead() {
    return gate + queue + transform;
  }
}
