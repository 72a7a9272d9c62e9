import org.jspecify.annotations.NullMarked;

/**
 * What the hardware and the kernel can do: contracts, and their Linux implementations through JNA.
 * Knows neither sessions nor services.
 */
@NullMarked
module org.officeos.hal {
  requires static org.jspecify;
  requires com.sun.jna;

  exports org.officeos.hal.airgap;
  exports org.officeos.hal.fence;
  exports org.officeos.hal.guard;
  exports org.officeos.hal.json;
  exports org.officeos.hal.linux;
  exports org.officeos.hal.netlink;
  exports org.officeos.hal.p2p;
  exports org.officeos.hal.report;
  exports org.officeos.hal.text;

  opens org.officeos.hal.linux.lib to
      com.sun.jna;
}
