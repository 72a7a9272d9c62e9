import org.jspecify.annotations.NullMarked;

/**
 * The encrypted session between one handheld and one laptop: pairing, sessions, records, streams
 * and the instruction set. Knows neither hardware nor services.
 */
@NullMarked
module org.officeos.session {
  requires static org.jspecify;
  requires org.bouncycastle.provider;
  requires io.netty.transport;
  requires io.netty.buffer;
  requires io.netty.common;
  requires com.github.luben.zstd_jni;

  exports org.officeos.session;
  exports org.officeos.session.bytecode;
  exports org.officeos.session.crypto;
  exports org.officeos.session.relationship;
  exports org.officeos.session.netty;
  exports org.officeos.session.stream to
      org.officeos.laptop;
}
