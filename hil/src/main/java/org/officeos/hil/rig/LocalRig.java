package org.officeos.hil.rig;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.officeos.hil.rig.RigException.Reason;

/** What the rigs on one machine share: folders, launchers, devices. */
public abstract sealed class LocalRig implements Rig permits LoopbackRig, NamespaceRig, RadioRig {

  private final Path product;
  private final Path folder;
  private final Map<String, LocalDevice> handhelds = new LinkedHashMap<>();
  private final LocalDevice laptop;

  LocalRig(Path product, Path folder, List<String> laptopPrefix) throws RigException {
    this.product = product;
    this.folder = folder;
    this.laptop =
        new LocalDevice(
            "laptop", folder.resolve("laptop"), laptopPrefix, launcher("officeos-laptop"));
  }

  /** Words before every command of a handheld. */
  abstract List<String> handheldPrefix();

  private Path launcher(String name) throws RigException {
    Path launcher = product.resolve("bin").resolve(name);
    if (!Files.isExecutable(launcher)) {
      throw new RigException(Reason.NOT_POSSIBLE_HERE, "there is no " + launcher);
    }
    return launcher;
  }

  /** Sets a variable for every command that is started on the laptop from now on. */
  public final void environment(String variable, String value) {
    laptop.environment(variable, value);
  }

  @Override
  public final Device laptop() {
    return laptop;
  }

  @Override
  public final synchronized Device handheld(String name) {
    LocalDevice known = handhelds.get(name);
    if (known == null) {
      Path launcher = product.resolve("bin").resolve("officeos");
      known = new LocalDevice(name, folder.resolve(name), handheldPrefix(), launcher);
      handhelds.put(name, known);
    }
    return known;
  }

  @Override
  public final synchronized void writeLogs(Path logs) throws RigException {
    laptop.writeLog(logs);
    for (LocalDevice handheld : handhelds.values()) {
      handheld.writeLog(logs);
    }
  }

  @Override
  public void close() {
    List<LocalDevice> left;
    synchronized (this) {
      left = List.copyOf(handhelds.values());
    }
    left.forEach(LocalDevice::close);
    laptop.close();
  }
}
