package org.officeos.hil.lab;

import java.nio.file.Path;
import org.officeos.hil.rig.Device;
import org.officeos.hil.rig.Rig;
import org.officeos.hil.rig.RigException;

/**
 * A rig whose laptop is configured for one channel.
 *
 * @param rig the rig
 * @param megahertz what {@code [radio] frequency} asks for
 */
record LaptopOn(Rig rig, int megahertz) implements Rig {

  @Override
  public Device laptop() {
    return rig.laptop();
  }

  @Override
  public Device handheld(String name) {
    return rig.handheld(name);
  }

  @Override
  public String listenAddress() {
    return rig.listenAddress();
  }

  @Override
  public String laptopSettings() {
    return rig.laptopSettings() + "frequency = " + megahertz + "\n";
  }

  @Override
  public String link(int port) {
    return rig.link(port);
  }

  @Override
  public String describe() {
    return rig.describe();
  }

  @Override
  public void writeLogs(Path logs) throws RigException {
    rig.writeLogs(logs);
  }

  @Override
  public void close() {
    rig.close();
  }
}
