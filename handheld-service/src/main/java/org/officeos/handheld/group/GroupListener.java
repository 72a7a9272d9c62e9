package org.officeos.handheld.group;

/** Hears each change. Called on the keeper's thread, in order; must not block for long. */
@FunctionalInterface
public interface GroupListener {

  /** What it is now; differs from what was told before. */
  void onChange(GroupStatus status);
}
