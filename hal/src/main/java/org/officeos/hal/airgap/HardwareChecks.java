package org.officeos.hal.airgap;

import java.util.List;
import java.util.Set;
import org.officeos.hal.netlink.RfkillType;

/** Hardware besides the Wi-Fi radio that could carry a network. */
final class HardwareChecks {

  static final Set<RfkillType> OTHERS =
      Set.of(
          RfkillType.WWAN,
          RfkillType.WIMAX,
          RfkillType.UWB,
          RfkillType.NFC,
          RfkillType.FM,
          RfkillType.GPS,
          RfkillType.UNKNOWN);
  private static final List<String> GADGETS =
      List.of("rndis", "ecm", "eem", "ncm", "geth", "mtp", "ffs");
  private static final Set<String> GADGET_MODULES =
      Set.of("g_ether", "g_ncm", "g_cdc", "g_multi", "g_nokia");
  private static final String PAN_MODULE = "bnep";

  static final List<Check> ALL =
      List.of(
          new Check(
              LeakVector.BLUETOOTH,
              "no Bluetooth controller that is on, and no module for networks over it",
              "Block it: rfkill block bluetooth; and keep bnep from loading",
              HardwareChecks::bluetooth),
          new Check(
              LeakVector.OTHER_RADIO,
              "every radio that is not Wi-Fi or Bluetooth is blocked",
              "Block it: rfkill block TYPE",
              HardwareChecks::radios),
          new Check(
              LeakVector.USB_HOST,
              "no USB device has a network function",
              "Unplug it; keep it from coming back: echo 0 > /sys/bus/usb/devices/NAME/authorized",
              HardwareChecks::host),
          new Check(
              LeakVector.USB_GADGET,
              "this device offers no network or file function over USB",
              "Take it out of /sys/kernel/config/usb_gadget, or unload its module",
              HardwareChecks::gadget),
          new Check(
              LeakVector.OFFLOAD,
              "no radio is told to listen while the device sleeps",
              "Switch it off: iw phy NAME wowlan disable",
              HardwareChecks::waking));

  private HardwareChecks() {}

  private static void bluetooth(Sheet sheet) {
    List<RadioSwitch> switches =
        sheet.list(Part.SWITCHES).stream()
            .filter(each -> each.type() == RfkillType.BLUETOOTH)
            .toList();
    boolean blocked = !switches.isEmpty() && switches.stream().allMatch(RadioSwitch::blocked);
    for (String controller : sheet.list(Part.BLUETOOTH)) {
      if (!blocked) {
        sheet.fail(Part.BLUETOOTH, controller, "a controller that is not blocked");
      }
    }
    if (sheet.list(Part.MODULES).contains(PAN_MODULE)) {
      sheet.fail(Part.MODULES, PAN_MODULE, "loaded: networks over Bluetooth are possible");
    }
  }

  private static void radios(Sheet sheet) {
    for (Opening.OfSwitch each : Openings.switches(sheet.list(Part.SWITCHES))) {
      if (each.vector() == LeakVector.OTHER_RADIO) {
        sheet.fail(Part.SWITCHES, each.subject(), each.observed());
      }
    }
  }

  private static void host(Sheet sheet) {
    for (UsbFunction each : sheet.list(Part.USB)) {
      if (each.isNetwork()) {
        sheet.fail(Part.USB, each.name(), each.shown());
      }
    }
    Gathered all = Gathered.from(sheet);
    for (NetworkLink link : sheet.list(Part.LINKS)) {
      if (link.bus() == NetworkLink.Bus.USB && all.wireless(link.index()).isEmpty()) {
        sheet.fail(Part.LINKS, link.name(), "a network interface on USB");
      }
    }
  }

  private static void waking(Sheet sheet) {
    for (String radio : sheet.list(Part.WAKING)) {
      sheet.fail(Part.WAKING, radio, "listens while the device sleeps: wake on wireless is set");
    }
  }

  private static void gadget(Sheet sheet) {
    for (String each : sheet.list(Part.GADGETS)) {
      String function = each.substring(each.lastIndexOf('/') + 1);
      if (GADGETS.stream().anyMatch(function::startsWith)) {
        sheet.fail(Part.GADGETS, each, "offered");
      }
    }
    for (String module : sheet.list(Part.MODULES)) {
      if (GADGET_MODULES.contains(module)) {
        sheet.fail(Part.MODULES, module, "loaded: a network over USB is offered");
      }
    }
  }
}
