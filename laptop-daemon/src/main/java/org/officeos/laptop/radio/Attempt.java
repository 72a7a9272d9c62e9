package org.officeos.laptop.radio;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.officeos.hal.p2p.Frequency;
import org.officeos.hal.p2p.GroupConfig;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.PersistentGroup;

/** What is asked for to have the group stand, from channel to channel. One thread at a time. */
final class Attempt {

  private final Channels channels;
  private @Nullable GroupConfig asked;
  private Move.@Nullable Reinvoke again;
  private Optional<P2pReason> refusal = Optional.empty();

  Attempt(Channels channels) {
    this.channels = channels;
  }

  /**
   * The first question.
   *
   * @param remembered our group, where the supplicant remembers it
   * @param own the same, as we remember it
   */
  Move begin(Optional<PersistentGroup> remembered, Optional<OwnGroup> own) {
    refusal = Optional.empty();
    return remembered.isPresent()
        ? bringBack(remembered.get().id(), channels.firstAgain())
        : create(
            own.flatMap(OwnGroup::again)
                .orElseGet(GroupConfig::anyPersistent)
                .on(channels.first()));
  }

  /** The same on another channel, where that may mend it and one is left. */
  Optional<Move> afterRefusal(P2pReason why) {
    if (!Channels.mayMend(why)) {
      return Optional.empty();
    }
    refusal = refusal.or(() -> Optional.of(why));
    GroupConfig config = asked;
    Move.Reinvoke last = again;
    if (config != null) {
      return channels.after(config.frequency()).map(next -> create(config.on(next)));
    }
    return last == null
        ? Optional.empty()
        : channels.after(last.where()).map(next -> bringBack(last.persistentGroup(), next));
  }

  /** Whether a group with a name that is not known yet was asked for. */
  boolean isFresh() {
    return asked != null && asked.naming().isEmpty();
  }

  /** Where a channel is configured, and the group came to stand on another. */
  Optional<Trouble> elsewhere(Frequency where) {
    return channels
        .wish()
        .filter(wish -> wish.isChannel() && where.isChannel() && !wish.equals(where))
        .map(wish -> Trouble.elsewhere(refusal.orElse(P2pReason.CHANNEL_UNAVAILABLE), wish, where));
  }

  private Move create(GroupConfig config) {
    asked = config;
    again = null;
    return new Move.Create(config);
  }

  private Move bringBack(int persistentGroup, Frequency where) {
    asked = null;
    Move.Reinvoke move = new Move.Reinvoke(persistentGroup, where);
    again = move;
    return move;
  }
}
