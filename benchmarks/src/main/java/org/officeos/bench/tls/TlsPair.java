package org.officeos.bench.tls;

import io.netty.handler.ssl.SslHandler;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;

/**
 * Both ends of TLS 1.3 by the JDK's provider, restricted to TLS_CHACHA20_POLY1305_SHA256, each end
 * with an Ed25519 certificate that the other pins. Never resumes: its engines know no peer address,
 * under which alone the JDK would look a session up.
 */
public final class TlsPair {

  /** The one cipher suite in use. */
  public static final String SUITE = "TLS_CHACHA20_POLY1305_SHA256";

  private final SSLContext client;
  private final SSLContext server;
  private final PinnedTrust clientTrust;
  private final PinnedTrust serverTrust;

  /** Makes keys and certificates. */
  public TlsPair(SecureRandom random) throws GeneralSecurityException, IOException {
    SelfSigned laptop = SelfSigned.create("laptop", random);
    SelfSigned handheld = SelfSigned.create("handheld", random);
    clientTrust = new PinnedTrust(laptop.certificate());
    serverTrust = new PinnedTrust(handheld.certificate());
    client = context(handheld, clientTrust, random);
    server = context(laptop, serverTrust, random);
  }

  /** A new client's end. */
  public SslHandler clientHandler() {
    return handler(client, true);
  }

  /** A new server's end, which asks for the client's certificate and insists on it. */
  public SslHandler serverHandler() {
    return handler(server, false);
  }

  /** Full mutual handshakes so far: those in which both ends judged a certificate. */
  public int fullHandshakes() {
    return Math.min(clientTrust.asked(), serverTrust.asked());
  }

  private static SSLContext context(SelfSigned own, PinnedTrust trust, SecureRandom random)
      throws GeneralSecurityException, IOException {
    char[] noPassword = new char[0];
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, noPassword);
    store.setKeyEntry(
        "own", own.keys().getPrivate(), noPassword, new X509Certificate[] {own.certificate()});
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, noPassword);
    SSLContext context = SSLContext.getInstance("TLSv1.3");
    context.init(managers.getKeyManagers(), new TrustManager[] {trust}, random);
    return context;
  }

  private static SslHandler handler(SSLContext context, boolean isClient) {
    SSLEngine engine = context.createSSLEngine();
    engine.setUseClientMode(isClient);
    engine.setEnabledProtocols(new String[] {"TLSv1.3"});
    engine.setEnabledCipherSuites(new String[] {SUITE});
    if (!isClient) {
      engine.setNeedClientAuth(true);
    }
    return new SslHandler(engine);
  }
}
