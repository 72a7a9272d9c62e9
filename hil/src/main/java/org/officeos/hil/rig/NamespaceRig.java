package org.officeos.hil.rig;

import java.nio.file.Path;
import java.util.List;

/**
 * The handhelds live in a network namespace that has loopback and one end of a virtual pair, no
 * default route and no name server; the laptop lives in another, with the other end. Nothing of
 * this machine's own network is reachable from either.
 */
public final class NamespaceRig extends LocalRig {

  private final NamespacePair pair;

  private NamespaceRig(Path product, Path folder, NamespacePair pair) throws RigException {
    super(product, folder, pair.enterLaptop());
    this.pair = pair;
  }

  /**
   * Makes the namespaces.
   *
   * @param product the folder with {@code bin/} in it
   * @param folder where the devices' files go
   * @throws RigException {@code NOT_POSSIBLE_HERE} without root, iproute2 or kernel support
   */
  public static NamespaceRig create(Path product, Path folder) throws RigException {
    NamespacePair pair = NamespacePair.create();
    try {
      return new NamespaceRig(product, folder, pair);
    } catch (RigException e) {
      pair.remove();
      throw e;
    }
  }

  @Override
  List<String> handheldPrefix() {
    return pair.enterHandheld();
  }

  @Override
  public String listenAddress() {
    return NamespacePair.LAPTOP_ADDRESS;
  }

  @Override
  public String link(int port) {
    return "namespace:" + NamespacePair.LAPTOP_ADDRESS + ":" + port;
  }

  @Override
  public String describe() {
    return "TCP over a virtual pair between two network namespaces, the handheld's without a way"
        + " out";
  }

  /**
   * Runs any command in the handheld's namespace, such as a probe that must not get out.
   *
   * @return its exit code and what it printed
   */
  public Finished probe(List<String> command) throws RigException {
    return pair.inHandheld(command);
  }

  @Override
  public void close() {
    super.close();
    pair.remove();
  }
}
