package org.officeos.hal.p2p.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.officeos.hal.p2p.ConnectRequest;
import org.officeos.hal.p2p.DeviceSettings;
import org.officeos.hal.p2p.EapolAddressPlan;
import org.officeos.hal.p2p.FindRequest;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pEvent;
import org.officeos.hal.p2p.P2pException;
import org.officeos.hal.p2p.P2pGroup;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.WifiP2p;

/** Two devices near each other, configured as a handheld and a laptop, and what both hear. */
public abstract class ContractFixture {

  protected static final MacAddress NOBODY = MacAddress.parse("02:00:00:00:99:99");

  protected WifiP2p handheld;
  protected WifiP2p laptop;
  protected EventLog onHandheld;
  protected EventLog onLaptop;
  protected P2pRig rig;

  /** Two devices, ready. */
  protected abstract P2pRig rig() throws Exception;

  @BeforeEach
  void configure() throws Exception {
    rig = rig();
    handheld = rig.handheld();
    laptop = rig.laptop();
    value(handheld.configure(DeviceSettings.handheld("Anbernic")));
    value(laptop.configure(DeviceSettings.laptop("Office")));
    value(laptop.setAddressPlan(EapolAddressPlan.USUAL));
    onHandheld = EventLog.of(handheld);
    onLaptop = EventLog.of(laptop);
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  protected static <T> T value(CompletableFuture<T> future) throws Exception {
    return future.get(20, TimeUnit.SECONDS);
  }

  protected static void assertFails(P2pReason reason, CompletableFuture<?> future) {
    ExecutionException e = assertThrows(ExecutionException.class, () -> value(future));
    assertEquals(reason, assertInstanceOf(P2pException.class, e.getCause()).reason());
  }

  protected void bothFind() throws Exception {
    value(laptop.find(FindRequest.social()));
    value(handheld.find(FindRequest.social()));
    onHandheld.next(
        P2pEvent.DeviceFound.class, e -> e.device().address().equals(rig.laptopAddress()));
    onLaptop.next(
        P2pEvent.DeviceFound.class, e -> e.device().address().equals(rig.handheldAddress()));
  }

  /**
   * The laptop stays on its channel for the handheld to come to: between two searches of a real
   * radio, frames are lost.
   */
  protected void laptopListens() throws Exception {
    value(laptop.stopFind());
    value(laptop.listen(Duration.ofSeconds(60)));
  }

  /** The laptop lets the handheld in, the handheld asks: the order that never collides. */
  protected P2pGroup pairByButton() throws Exception {
    bothFind();
    laptopListens();
    value(laptop.connect(ConnectRequest.pbc(rig.handheldAddress()).onlyAuthorizing()));
    value(handheld.connect(ConnectRequest.pbc(rig.laptopAddress())));
    onLaptop.next(P2pEvent.GroupStarted.class);
    return onHandheld.next(P2pEvent.GroupStarted.class).group();
  }
}
