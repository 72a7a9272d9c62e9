package org.officeos.laptop.radio;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is kept in mind over restarts: the group that is ours, and those that were, whose key
 * somebody has who shall not have it any more.
 *
 * @param own is brought back; empty where a new one has to be made
 * @param spent names of groups that the supplicant is to forget, the oldest first; at most {@value
 *     #MOST}
 */
record KeptGroups(Optional<OwnGroup> own, List<String> spent) {

  /** A person who revokes more devices than this before a radio is back loses the oldest name. */
  static final int MOST = 8;

  /** Nothing. */
  static final KeptGroups NONE = new KeptGroups(Optional.empty(), List.of());

  KeptGroups {
    spent = List.copyOf(spent.subList(Math.max(0, spent.size() - MOST), spent.size()));
  }

  /** That group, and nothing to forget. */
  static KeptGroups of(Optional<OwnGroup> own) {
    return new KeptGroups(own, List.of());
  }

  /** With another group of ours. */
  KeptGroups with(OwnGroup other) {
    return new KeptGroups(Optional.of(other), without(other.ssid()));
  }

  /** Our group is to be forgotten, and the next to have another name and key. */
  KeptGroups ending() {
    if (own.isEmpty()) {
      return this;
    }
    List<String> more = without(own.get().ssid());
    more.add(own.get().ssid());
    return new KeptGroups(Optional.empty(), more);
  }

  /** The supplicant has forgotten that one. */
  KeptGroups forgotten(String ssid) {
    return new KeptGroups(own, without(ssid));
  }

  boolean isOwn(String ssid) {
    return own.filter(group -> group.ssid().equals(ssid)).isPresent();
  }

  boolean isSpent(String ssid) {
    return spent.contains(ssid);
  }

  private List<String> without(String ssid) {
    List<String> left = new ArrayList<>(spent);
    left.remove(ssid);
    return left;
  }
}
