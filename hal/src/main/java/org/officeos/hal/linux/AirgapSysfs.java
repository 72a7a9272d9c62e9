package org.officeos.hal.linux;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.officeos.hal.airgap.Part;
import org.officeos.hal.airgap.RadioSwitch;
import org.officeos.hal.airgap.Snapshot;
import org.officeos.hal.airgap.UsbFunction;

/** The parts of a snapshot that {@code /sys} tells. */
final class AirgapSysfs {

  private final Path sys;

  AirgapSysfs(Path sys) {
    this.sys = sys;
  }

  Snapshot into(Snapshot before) {
    Path rfkill = sys.resolve("class/rfkill");
    Path usb = sys.resolve("bus/usb/devices");
    Path gadgets = sys.resolve("kernel/config/usb_gadget");
    Path bluetooth = sys.resolve("class/bluetooth");
    return before
        .with(Part.SWITCHES, PartReader.files(Part.SWITCHES, rfkill, this::switches))
        .with(Part.USB, PartReader.files(Part.USB, usb, () -> usb(usb)))
        .with(Part.GADGETS, PartReader.files(Part.GADGETS, gadgets, () -> gadgets(gadgets)))
        .with(Part.BLUETOOTH, PartReader.files(Part.BLUETOOTH, bluetooth, () -> names(bluetooth)));
  }

  private List<RadioSwitch> switches() throws IOException {
    PartReader.require(sys.resolve("class"));
    return new SysfsRadios(sys)
        .switches().stream()
            .map(each -> new RadioSwitch(each.name(), each.type(), each.soft() || each.hard()))
            .toList();
  }

  /** Names of devices; their connections have a colon. */
  private List<String> names(Path folder) throws IOException {
    PartReader.require(sys.resolve("class"));
    return PartReader.entries(folder).stream()
        .map(PartReader::name)
        .filter(name -> !name.contains(":"))
        .toList();
  }

  private List<UsbFunction> usb(Path devices) throws IOException {
    PartReader.require(sys.resolve("bus"));
    List<UsbFunction> all = new ArrayList<>();
    for (Path each : PartReader.entries(devices)) {
      if (PartReader.name(each).contains(":")) {
        function(each).ifPresent(all::add);
      }
    }
    return List.copyOf(all);
  }

  /** One function; none where it was unplugged meanwhile. */
  private static Optional<UsbFunction> function(Path at) throws IOException {
    try {
      return Optional.of(
          new UsbFunction(
              PartReader.name(at),
              code(at.resolve("bInterfaceClass")),
              code(at.resolve("bInterfaceSubClass")),
              code(at.resolve("bInterfaceProtocol")),
              PartReader.target(at.resolve("driver")).map(PartReader::name).orElse("")));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static int code(Path file) throws IOException {
    return Integer.parseInt(PartReader.text(file).strip(), 16);
  }

  private List<String> gadgets(Path folder) throws IOException {
    PartReader.require(sys.resolve("kernel"));
    List<String> all = new ArrayList<>();
    for (Path gadget : PartReader.entries(folder)) {
      for (Path function : PartReader.entries(gadget.resolve("functions"))) {
        all.add(PartReader.name(gadget) + "/" + PartReader.name(function));
      }
    }
    return List.copyOf(all);
  }
}
