import org.jspecify.annotations.NullMarked;

/** Scenarios that run the handheld and the laptop as separate processes, and the demonstration. */
@NullMarked
module org.officeos.hil {
  requires static org.jspecify;
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires java.desktop;
  requires java.net.http;
  requires jdk.httpserver;
  requires org.officeos.laptop;

  exports org.officeos.hil.drive;
  exports org.officeos.hil.rig;
}
