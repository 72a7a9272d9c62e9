package org.officeos.handheld.radio;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.officeos.hal.p2p.FindRequest;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pDevice;
import org.officeos.hal.p2p.P2pEvent;

/**
 * Which of the devices heard is the laptop to pair with for the first time: the only one that owns
 * a group that can be remembered and says that it is a computer, or the one that the person named
 * by its address. What a device says of itself may be forged; the six digits decide.
 *
 * <p>Pure. Times are nanoseconds of one monotonic clock. One thread at a time.
 */
public final class LaptopChoice {

  /** How long to listen before the only candidate is taken: another may still be heard. */
  public static final Duration USUAL_SETTLING = Duration.ofSeconds(4);

  private static final int COMPUTER = 1;
  private static final int PERSISTENT_GROUP = 0x02;

  private final Optional<MacAddress> wanted;
  private final long settling;
  private final long start;
  private final Map<MacAddress, P2pDevice> heard = new LinkedHashMap<>();
  private boolean wide;

  /** What to do now. */
  public sealed interface Verdict {

    /** Go on listening until then. */
    record Listen(long untilNanos) implements Verdict {}

    /** Begin this search, and go on listening. */
    record Search(FindRequest request) implements Verdict {}

    /** This is the laptop. */
    record Chosen(P2pDevice laptop) implements Verdict {}

    /** Several would do, and the person has to name one; at least two, in order of address. */
    record Several(List<P2pDevice> laptops) implements Verdict {}

    /**
     * None was heard.
     *
     * @param others how many other devices were
     */
    record None(int others) implements Verdict {}
  }

  /**
   * A choice.
   *
   * @param wanted the address that the person named
   * @param settling how long to listen before the only candidate is taken; it listens twice as long
   *     on the social channels, and six times as long in all
   * @param now when the search on the social channels began
   */
  public LaptopChoice(Optional<MacAddress> wanted, Duration settling, long now) {
    this.wanted = wanted;
    this.settling = settling.toNanos();
    this.start = now;
  }

  /** A device was heard, or went away. */
  public void onEvent(P2pEvent event) {
    if (event instanceof P2pEvent.DeviceFound found) {
      heard.put(found.device().address(), found.device());
    } else if (event instanceof P2pEvent.DeviceLost lost) {
      heard.remove(lost.peer());
    }
  }

  /** What to do now; asked anew after each event and whenever the time told has come. */
  public Verdict verdict(long now) {
    List<P2pDevice> laptops = laptops();
    long past = now - start;
    if (wanted.isPresent() && !laptops.isEmpty()) {
      return new Verdict.Chosen(laptops.get(0));
    }
    if (past < settling) {
      return new Verdict.Listen(start + settling);
    }
    if (laptops.size() == 1) {
      return new Verdict.Chosen(laptops.get(0));
    }
    if (laptops.size() > 1) {
      return new Verdict.Several(laptops);
    }
    if (past >= 6 * settling) {
      return new Verdict.None(heard.size());
    }
    if (past >= 2 * settling && !wide) {
      wide = true;
      return new Verdict.Search(FindRequest.full());
    }
    return new Verdict.Listen(start + (wide ? 6 : 2) * settling);
  }

  private List<P2pDevice> laptops() {
    return heard.values().stream()
        .filter(LaptopChoice::isLaptop)
        .filter(device -> wanted.isEmpty() || wanted.get().equals(device.address()))
        .sorted((one, two) -> one.address().compareTo(two.address()))
        .toList();
  }

  private static boolean isLaptop(P2pDevice device) {
    return device.isGroupOwner()
        && (device.groupCapability() & PERSISTENT_GROUP) != 0
        && device.primaryType().category() == COMPUTER;
  }
}
