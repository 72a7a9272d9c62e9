package org.officeos.laptop.cli;

import java.nio.file.Path;
import org.officeos.laptop.admin.DeviceChanges;
import org.officeos.laptop.radio.SpentGroupFile;
import org.officeos.session.relationship.RelationshipId;

/** No daemon runs: what is to become of its group is written down for the next one. */
record OnFiles(Path stateFolder) implements DeviceChanges {

  @Override
  public void revoking(RelationshipId id) {
    SpentGroupFile.writeDown(stateFolder);
  }
}
