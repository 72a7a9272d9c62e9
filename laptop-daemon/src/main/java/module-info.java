import org.jspecify.annotations.NullMarked;

/** The laptop daemon: what a device may do, and the services that do it. */
@NullMarked
module org.officeos.laptop {
  requires static org.jspecify;
  requires org.officeos.hal;
  requires org.officeos.session;
  requires org.officeos.wpa;
  requires okhttp3;
  requires kotlin.stdlib;
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.dataformat.toml;
  requires io.github.bucket4j.core;
  requires java.sql;
  requires org.xerial.sqlitejdbc;
  requires info.picocli;
  requires org.slf4j;
  requires java.desktop;
  requires jdk.httpserver;
  requires jdk.management;

  exports org.officeos.laptop.standin to
      org.officeos.hil;

  opens org.officeos.laptop.cli to
      info.picocli;
}
