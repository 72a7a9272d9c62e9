import org.jspecify.annotations.NullMarked;

/** Scenarios that run the handheld and the laptop as separate processes, and the demonstration. */
@NullMarked
module org.officeos.hil {
  requires static org.jspecify;
  requires com.fasterxml.jackson.databind;

  exports org.officeos.hil.rig;
}
