import org.jspecify.annotations.NullMarked;

/**
 * What the person holds: asks the paired laptop over an encrypted session and shows the answer.
 * Links neither HTTP nor Kotlin nor JDBC; reaches one peer and nothing else.
 */
@NullMarked
module org.officeos.handheld {
  requires static org.jspecify;
  requires transitive org.officeos.session;
  requires transitive org.officeos.hal;
  requires org.officeos.wpa;
  requires info.picocli;
  requires java.desktop;

  exports org.officeos.handheld.client;
  exports org.officeos.handheld.group;
  exports org.officeos.handheld.link;
  exports org.officeos.handheld.radio;

  opens org.officeos.handheld.cli to
      info.picocli;
}
