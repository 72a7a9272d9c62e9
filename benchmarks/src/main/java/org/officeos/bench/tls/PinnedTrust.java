package org.officeos.bench.tls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trusts one certificate and nothing else, and counts how often it was asked: a resumed session
 * never asks, so the count proves that handshakes were full.
 */
public final class PinnedTrust extends X509ExtendedTrustManager {

  private final X509Certificate pinned;
  private final AtomicInteger asked = new AtomicInteger();

  /** Trusts {@code pinned}. */
  public PinnedTrust(X509Certificate pinned) {
    this.pinned = pinned;
  }

  /** How often a peer's certificate was judged. */
  public int asked() {
    return asked.get();
  }

  private void check(X509Certificate[] chain) throws CertificateException {
    asked.incrementAndGet();
    if (chain.length != 1 || !chain[0].equals(pinned)) {
      throw new CertificateException("not the pinned certificate");
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    check(chain);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[] {pinned};
  }
}
