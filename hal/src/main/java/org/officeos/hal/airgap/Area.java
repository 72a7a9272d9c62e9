package org.officeos.hal.airgap;

/** What a vector is about; the middle of its id. */
public enum Area {
  /** Network interfaces and radios. */
  IFC,
  /** Routes, rules, addresses. */
  RTE,
  /** What passes the packet filter, or gets around it. */
  FLT,
  /** Programs, names, settings. */
  SVC,
  /** The laptop's side. */
  LAP
}
