package org.officeos.hil.rig;

import java.nio.file.Path;
import java.util.List;

/** Every device is a process of this machine with a folder of its own; the link is loopback. */
public final class LoopbackRig extends LocalRig {

  /**
   * A rig.
   *
   * @param product the folder with {@code bin/} in it
   * @param folder where the devices' files go
   * @throws RigException {@code NOT_POSSIBLE_HERE} where the product is not built
   */
  public LoopbackRig(Path product, Path folder) throws RigException {
    super(product, folder, List.of());
  }

  @Override
  List<String> handheldPrefix() {
    return List.of();
  }

  @Override
  public String listenAddress() {
    return "127.0.0.1";
  }

  @Override
  public String link(int port) {
    return "loopback:" + port;
  }

  @Override
  public String describe() {
    return "TCP on loopback";
  }
}
