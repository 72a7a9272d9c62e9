package org.officeos.laptop.upstream;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.officeos.session.crypto.SecretBytes;

/**
 * Where a service is, and how much of it is borne. Immutable.
 *
 * @param baseUrl {@code http} or {@code https} with a host, without user, query or fragment; a path
 *     is kept as a prefix, and a trailing {@code /v1} is the same as none. Nothing but this scheme,
 *     host and port is ever connected to
 * @param model the model to ask for where a job names none; ignored by Stable Diffusion WebUI
 * @param apiKey UTF-8, 1 to 4096 bytes, sent to this service only: as a bearer token to an
 *     OpenAI-compatible service, as HTTP Basic {@code user:password} to Stable Diffusion WebUI
 * @param connectTimeout for a connection, TLS included; positive
 * @param idleTimeout longest silence of a connection before the service counts as stalled;
 *     positive. Stable Diffusion WebUI is silent while it draws, so there it bounds the silence of
 *     its progress instead
 * @param maxResponseBytes most bytes of one answer after any decompression, 1 KiB to 256 MiB
 */
public record UpstreamSettings(
    URI baseUrl,
    Optional<String> model,
    Optional<SecretBytes> apiKey,
    Duration connectTimeout,
    Duration idleTimeout,
    long maxResponseBytes) {

  private static final long MIN_RESPONSE = 1024;
  private static final long MAX_RESPONSE = 256L * 1024 * 1024;
  private static final int MAX_KEY = 4096;

  /** Refuses an address that is not exactly a service's, and limits out of range. */
  public UpstreamSettings {
    String scheme = baseUrl.getScheme();
    require("http".equals(scheme) || "https".equals(scheme), "the address starts with http(s)");
    require(baseUrl.getHost() != null, "the address names a host");
    require(baseUrl.getRawUserInfo() == null, "the address has no user; use the key");
    require(baseUrl.getRawQuery() == null, "the address has no query");
    require(baseUrl.getRawFragment() == null, "the address has no fragment");
    require(isPositive(connectTimeout), "the connect timeout is positive");
    require(isPositive(idleTimeout), "the idle timeout is positive");
    require(
        maxResponseBytes >= MIN_RESPONSE && maxResponseBytes <= MAX_RESPONSE,
        "the response limit lies between 1 KiB and 256 MiB");
    require(
        apiKey.isEmpty() || (apiKey.get().length() >= 1 && apiKey.get().length() <= MAX_KEY),
        "the key has 1 to 4096 bytes");
  }

  /** Settings with 5 s to connect, 120 s of silence and 32 MiB of answer; no model, no key. */
  public static UpstreamSettings at(URI baseUrl) {
    return new UpstreamSettings(
        baseUrl,
        Optional.empty(),
        Optional.empty(),
        Duration.ofSeconds(5),
        Duration.ofSeconds(120),
        32L * 1024 * 1024);
  }

  private static boolean isPositive(Duration duration) {
    return !duration.isNegative() && !duration.isZero();
  }

  private static void require(boolean holds, String complaint) {
    if (!holds) {
      throw new IllegalArgumentException(complaint);
    }
  }
}
