package org.officeos.laptop.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.officeos.session.crypto.SecretBytes;

/**
 * One service behind a client that can do nothing but call it: no proxy, no redirect, no cookie, no
 * cache, no other host, no silent second attempt, a limit on everything.
 */
final class Backend implements AutoCloseable {

  /** How the key is shown to the service. */
  enum Key {
    /** {@code Authorization: Bearer}. */
    BEARER,
    /** {@code Authorization: Basic}, the key being {@code user:password}. */
    BASIC
  }

  private static final MediaType JSON = MediaType.get("application/json");

  /** Below the five seconds after which uvicorn, under most of these services, hangs up. */
  private static final long KEEP_IDLE_SECONDS = 4;

  private final UpstreamSettings settings;
  private final HttpUrl base;
  private final Key key;
  private final OkHttpClient http;

  Backend(UpstreamSettings settings, Key key) {
    this.settings = settings;
    this.key = key;
    this.base = base(settings);
    settings.apiKey().ifPresent(Backend::requireSendable);
    TargetGuard guard = new TargetGuard(base.host(), base.port());
    this.http =
        new OkHttpClient.Builder()
            .proxy(Proxy.NO_PROXY)
            .dns(guard)
            .socketFactory(guard)
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(false)
            .authenticator(Authenticator.NONE)
            .proxyAuthenticator(Authenticator.NONE)
            .cookieJar(CookieJar.NO_COOKIES)
            .cache(null)
            .protocols(List.of(Protocol.HTTP_1_1))
            .connectionPool(new ConnectionPool(2, KEEP_IDLE_SECONDS, TimeUnit.SECONDS))
            .connectTimeout(settings.connectTimeout())
            .readTimeout(settings.idleTimeout())
            .writeTimeout(settings.idleTimeout())
            .eventListenerFactory(call -> phaseOf(call.request()))
            .build();
  }

  UpstreamSettings settings() {
    return settings;
  }

  /** Names the service for the queue before it: scheme, host and port. */
  String authority() {
    return base.scheme() + "://" + base.host() + ":" + base.port();
  }

  /** A call that posts JSON; {@code path} without a leading slash. */
  Call post(String path, JsonNode body, Duration silence, Duration whole) throws IOException {
    RequestBody json = RequestBody.create(Json.MAPPER.writeValueAsBytes(body), JSON);
    return call(request(path).post(json).build(), silence, whole);
  }

  /** A call that reads; {@code path} without a leading slash, a query allowed. */
  Call get(String path, Duration whole) {
    return call(request(path).get().build(), whole, whole);
  }

  /** How far a call of this backend has come. */
  static Phase phaseOf(Request request) {
    Phase phase = request.tag(Phase.class);
    return phase == null ? new Phase() : phase;
  }

  /** A caller's sentence with the key taken out, should a service repeat it. */
  String withoutKey(String sentence) {
    return settings
        .apiKey()
        .map(secret -> sentence.replace(text(secret), "[key]"))
        .orElse(sentence);
  }

  @Override
  public void close() {
    http.dispatcher().cancelAll();
    http.connectionPool().evictAll();
    http.dispatcher().executorService().shutdown();
  }

  private Call call(Request request, Duration silence, Duration whole) {
    return http.newBuilder()
        .readTimeout(atLeastAMilli(silence))
        .callTimeout(atLeastAMilli(whole))
        .build()
        .newCall(request);
  }

  private Request.Builder request(String path) {
    HttpUrl url = Optional.ofNullable(base.resolve(path)).orElseThrow();
    Request.Builder request =
        new Request.Builder()
            .url(url)
            .header("User-Agent", "OfficeOS-laptop")
            .tag(Phase.class, new Phase());
    settings.apiKey().ifPresent(secret -> request.header("Authorization", authorization(secret)));
    return request;
  }

  private String authorization(SecretBytes secret) {
    return switch (key) {
      case BEARER -> "Bearer " + text(secret);
      case BASIC ->
          "Basic "
              + Base64.getEncoder().encodeToString(text(secret).getBytes(StandardCharsets.UTF_8));
    };
  }

  private static String text(SecretBytes secret) {
    byte[] bytes = secret.copyOut();
    try {
      return new String(bytes, StandardCharsets.UTF_8);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private static void requireSendable(SecretBytes secret) {
    boolean printable = text(secret).chars().allMatch(c -> c > 0x20 && c < 0x7f);
    if (!printable) {
      throw new IllegalArgumentException("a key has printable ASCII only, without blanks");
    }
  }

  private static HttpUrl base(UpstreamSettings settings) {
    HttpUrl url = HttpUrl.get(settings.baseUrl().toString().replaceAll("/+$", ""));
    String path = url.encodedPath().toLowerCase(Locale.ROOT);
    String prefix = path.endsWith("/v1") ? path.substring(0, path.length() - 3) : path;
    return url.newBuilder().encodedPath(prefix.endsWith("/") ? prefix : prefix + "/").build();
  }

  private static Duration atLeastAMilli(Duration duration) {
    return duration.toMillis() < 1 ? Duration.ofMillis(1) : duration;
  }
}
