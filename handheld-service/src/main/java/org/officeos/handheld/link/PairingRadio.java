package org.officeos.handheld.link;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pDevice;
import org.officeos.hal.p2p.P2pException;
import org.officeos.hal.p2p.P2pGroup;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.PersistentGroup;
import org.officeos.hal.p2p.WifiP2p;
import org.officeos.handheld.group.GroupListener;
import org.officeos.handheld.group.LaptopSearch;
import org.officeos.handheld.group.ResidentFile;
import org.officeos.handheld.group.ResidentNote;
import org.officeos.handheld.link.LinkException.Reason;
import org.officeos.handheld.radio.KnownLaptop;
import org.officeos.handheld.radio.LaptopChoice.Verdict;

/**
 * The way to a laptop that is not known yet: found by a search, joined by button. When the pairing
 * over it comes to nothing, {@link #forget} makes this device forget the group that it just got.
 */
public final class PairingRadio implements AutoCloseable {

  private static final Duration ANSWER = Duration.ofSeconds(5);

  private final P2pDevice laptop;
  private final WifiP2p wifi;
  private final Set<String> rememberedBefore;
  private final RadioLinkProvider links;

  /** What is done before the laptop's group is joined. */
  public interface Before {
    /** Has the supplicant forget what is left of earlier relationships. */
    void forgetOld(WifiP2p wifi) throws InterruptedException;

    /**
     * Writes down that a group of that laptop is to be forgotten, unless it is paired with.
     *
     * @param known names of its groups that the supplicant remembers already
     * @throws LinkException {@code IO}
     */
    void willJoin(MacAddress laptop, Set<String> known) throws LinkException;
  }

  private PairingRadio(
      P2pDevice laptop, WifiP2p wifi, Set<String> rememberedBefore, RadioLinkProvider links) {
    this.laptop = laptop;
    this.wifi = wifi;
    this.rememberedBefore = rememberedBefore;
    this.links = links;
  }

  /**
   * Finds the laptop; blocks for half a minute at most.
   *
   * @param wanted the address that the person named
   * @param before is done before the laptop's group is joined
   * @param resident where a resident's note would be; a resident would leave the new group at once
   * @throws LinkException {@code RADIO_TAKEN}, {@code RADIO_UNUSABLE}, {@code LAPTOP_NOT_FOUND},
   *     {@code SEVERAL_LAPTOPS}
   */
  public static PairingRadio find(
      RadioSetup setup,
      Optional<MacAddress> wanted,
      ResidentFile resident,
      Before before,
      GroupListener progress)
      throws LinkException, InterruptedException {
    Optional<ResidentNote> note = resident.read();
    if (note.isPresent()) {
      throw new LinkException(
          Reason.RADIO_TAKEN,
          "officeos link (process "
              + note.get().pid()
              + ") keeps the radio; end it, pair, then start it again.");
    }
    WifiP2p wifi = setup.radio().get();
    try {
      LaptopSearch search =
          new LaptopSearch(
              wifi, setup.nanos(), setup.patience().settling(), setup.patience().radio());
      P2pDevice laptop = chosen(search.search(wanted), wanted);
      before.forgetOld(wifi);
      Set<String> known =
          remembered(wifi, laptop).stream()
              .map(PersistentGroup::ssid)
              .collect(Collectors.toUnmodifiableSet());
      before.willJoin(laptop.address(), known);
      return new PairingRadio(
          laptop, wifi, known, new RadioLinkProvider(setup, laptop, wifi, resident, progress));
    } catch (P2pException e) {
      wifi.close();
      throw AirFailures.radioAway(Optional.of(e.reason()));
    } catch (LinkException | InterruptedException | RuntimeException e) {
      wifi.close();
      throw e;
    }
  }

  private static P2pDevice chosen(Verdict verdict, Optional<MacAddress> wanted)
      throws LinkException {
    if (verdict instanceof Verdict.Chosen chosen) {
      return chosen.laptop();
    }
    if (verdict instanceof Verdict.Several several) {
      String all =
          several.laptops().stream()
              .map(each -> each.address() + " \"" + each.name() + "\"")
              .collect(Collectors.joining(", "));
      throw new LinkException(
          Reason.SEVERAL_LAPTOPS, "Near are " + all + "; name yours with --laptop ADDRESS.");
    }
    int others = verdict instanceof Verdict.None none ? none.others() : 0;
    String whom = wanted.map(address -> "The laptop " + address).orElse("No laptop");
    throw new LinkException(
        Reason.LAPTOP_NOT_FOUND,
        whom
            + (wanted.isPresent() ? " was not heard" : " was heard that has a group standing")
            + " (other devices: "
            + others
            + "); bring it near and see that its daemon runs with a radio.");
  }

  /** The laptop's P2P Device Address. */
  public MacAddress laptop() {
    return laptop.address();
  }

  /** The laptop as it is to be remembered, with the channel of the group that stands. */
  public KnownLaptop known() {
    return new KnownLaptop(laptop(), links.channel());
  }

  /** What it calls itself; a stranger's text until the six digits were confirmed. */
  public String name() {
    return laptop.name();
  }

  /** The way to it. */
  public LinkProvider links() {
    return links;
  }

  /**
   * Forgets what the supplicant remembers of this laptop since the search; waits a little.
   *
   * @return whether all is forgotten
   */
  public boolean forget() {
    try {
      for (PersistentGroup each : remembered(wifi, laptop)) {
        if (!rememberedBefore.contains(each.ssid())) {
          await(wifi.deletePersistentGroup(each.id()));
        }
      }
      return true;
    } catch (P2pException e) {
      // A supplicant that is gone may have a file.
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Leaves the group and closes the radio. */
  @Override
  public void close() {
    links.close();
  }

  private static List<PersistentGroup> remembered(WifiP2p wifi, P2pDevice laptop)
      throws P2pException, InterruptedException {
    return await(wifi.persistentGroups()).stream()
        .filter(each -> each.role() == P2pGroup.Role.CLIENT)
        .filter(each -> each.ownerAddress().equals(laptop.address()))
        .toList();
  }

  private static <T> T await(Future<T> future) throws P2pException, InterruptedException {
    try {
      return future.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof P2pException named
          ? named
          : new P2pException(P2pReason.SUPPLICANT_FAULT, String.valueOf(e.getCause()), e);
    } catch (TimeoutException e) {
      throw new P2pException(P2pReason.SUPPLICANT_LOST, "no answer", e);
    }
  }
}
