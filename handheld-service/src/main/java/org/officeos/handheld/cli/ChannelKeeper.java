package org.officeos.handheld.cli;

import java.util.Optional;
import org.officeos.hal.p2p.Frequency;
import org.officeos.handheld.group.GroupListener;
import org.officeos.handheld.group.GroupStatus;
import org.officeos.handheld.group.LaptopAddressException;
import org.officeos.handheld.group.LaptopAddresses;
import org.officeos.handheld.radio.KnownLaptop;
import org.officeos.session.relationship.RelationshipId;

/** Writes down the channel of the laptop's group whenever it is another, so that it outlives us. */
final class ChannelKeeper implements GroupListener {

  private final LaptopAddresses addresses;
  private final RelationshipId relationship;
  private final GroupListener next;
  private Optional<Frequency> kept;

  ChannelKeeper(
      LaptopAddresses addresses,
      RelationshipId relationship,
      KnownLaptop laptop,
      GroupListener next) {
    this.addresses = addresses;
    this.relationship = relationship;
    this.next = next;
    this.kept = laptop.channel();
  }

  @Override
  public void onChange(GroupStatus status) {
    next.onChange(status);
    if (status.channel().isPresent() && !status.channel().equals(kept)) {
      kept = status.channel();
      try {
        // Revoked meanwhile, its file is gone and stays so.
        Optional<KnownLaptop> known = addresses.find(relationship);
        if (known.isPresent()) {
          addresses.keep(relationship, known.get().on(kept));
        }
      } catch (LaptopAddressException onlyTakesLonger) {
        // The next way back goes through every channel, as the first did.
      }
    }
  }
}
