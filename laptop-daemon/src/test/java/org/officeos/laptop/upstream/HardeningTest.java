package org.officeos.laptop.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.officeos.laptop.upstream.MockServices.events;
import static org.officeos.laptop.upstream.MockServices.json;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.officeos.laptop.upstream.UpstreamException.Reason;
import org.officeos.session.crypto.SecretBytes;

/** The client calls the configured service and nobody else, whatever it is told. */
final class HardeningTest {

  private static final String STOP =
      "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}";

  private MockServices mock;
  private MockServices elsewhere;
  private final RecordingSinks sinks = new RecordingSinks();

  @BeforeEach
  void start() throws Exception {
    mock = new MockServices();
    elsewhere = new MockServices();
  }

  @AfterEach
  void end() {
    mock.close();
    elsewhere.close();
  }

  @Test
  void followsNoRedirectAndShowsItNoKey() throws Exception {
    for (int status : new int[] {301, 302, 303, 307, 308}) {
      mock.server.enqueue(
          new MockResponse.Builder()
              .code(status)
              .setHeader("Location", elsewhere.url() + "/v1/chat/completions")
              .build());
      assertEquals(Reason.INVALID, refused().reason(), "status " + status);
    }
    assertEquals(0, elsewhere.server.getRequestCount());
  }

  @Test
  void sendsNoCookieBack() throws Exception {
    mock.server.enqueue(
        events(STOP, "[DONE]").newBuilder().setHeader("Set-Cookie", "a=b; Path=/").build());
    mock.server.enqueue(events(STOP, "[DONE]"));
    TextService service = service();
    service.generate(TestJobs.chat("?"), sinks, new CancelSource());
    service.generate(TestJobs.chat("?"), sinks, new CancelSource());
    mock.taken();
    assertNull(mock.taken().getHeaders().get("Cookie"));
  }

  @Test
  void asksNoProxy() throws Exception {
    ProxySelector before = ProxySelector.getDefault();
    ProxySelector.setDefault(ProxySelector.of(elsewhere.server.getSocketAddress()));
    try {
      mock.server.enqueue(events(STOP, "[DONE]"));
      service().generate(TestJobs.chat("?"), sinks, new CancelSource());
    } finally {
      ProxySelector.setDefault(before);
    }
    assertEquals(1, mock.server.getRequestCount());
    assertEquals(0, elsewhere.server.getRequestCount());
  }

  @Test
  void takesItsKeyOutOfWhatTheServiceSays() throws Exception {
    mock.server.enqueue(
        json(400, "{\"error\":{\"message\":\"bad header Bearer " + TestJobs.KEY + "\"}}"));
    UpstreamException refusal = refused();
    assertFalse(refusal.detail().contains(TestJobs.KEY), refusal.detail());
    assertEquals(
        "UpstreamException: ERROR",
        refusal.getClass().getSimpleName() + ": " + refusal.getMessage());
  }

  @Test
  void quotesNothingOfARefusedKey() throws Exception {
    mock.server.enqueue(json(401, "{\"error\":{\"message\":\"Incorrect key: sk-off***\"}}"));
    UpstreamException refusal = refused();
    assertEquals(Reason.NOT_AUTHORIZED, refusal.reason());
    assertEquals(
        "The service refuses the configured key; check it on the laptop.", refusal.detail());
  }

  @Test
  void refusesAKeyThatCannotBeSentWithoutPrintingIt() {
    UpstreamSettings settings =
        new UpstreamSettings(
            mock.url(),
            Optional.empty(),
            Optional.of(SecretBytes.copyOf("hidden\nX: y".getBytes(StandardCharsets.UTF_8))),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            1024);
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class, () -> new Upstreams(mock.client).openAiText(settings));
    assertEquals("a key has printable ASCII only, without blanks", refusal.getMessage());
  }

  @Test
  void connectsToTheConfiguredAddressOnly() throws Exception {
    InetAddress loopback = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
    try (ServerSocket ours = new ServerSocket(0, 5, loopback);
        ServerSocket other = new ServerSocket(0, 5, loopback)) {
      TargetGuard guard = new TargetGuard("127.0.0.1", ours.getLocalPort());
      try (Socket socket = guard.createSocket()) {
        socket.connect(ours.getLocalSocketAddress(), 5000);
      }
      assertBlocked(guard, other.getLocalSocketAddress());
      assertBlocked(guard, new InetSocketAddress("127.0.0.2", ours.getLocalPort()));
      assertBlocked(guard, InetSocketAddress.createUnresolved("127.0.0.1", ours.getLocalPort()));
    }
  }

  @Test
  void resolvesTheConfiguredNameOnly() throws Exception {
    TargetGuard guard = new TargetGuard("localhost", 1);
    assertFalse(guard.lookup("localhost").isEmpty());
    assertThrows(UnknownHostException.class, () -> guard.lookup("localhost.example"));
    assertThrows(UnknownHostException.class, () -> guard.lookup("127.0.0.1"));
  }

  @Test
  void hasNoSocketThatIsNotGuarded() {
    TargetGuard guard = new TargetGuard("127.0.0.1", 80);
    InetAddress any = InetAddress.getLoopbackAddress();
    assertThrows(ConnectException.class, () -> guard.createSocket("127.0.0.1", 80));
    assertThrows(ConnectException.class, () -> guard.createSocket(any, 80));
    assertThrows(ConnectException.class, () -> guard.createSocket("127.0.0.1", 80, any, 0));
    assertThrows(ConnectException.class, () -> guard.createSocket(any, 80, any, 0));
  }

  @Test
  void namesAServiceThatIsNotThere() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    URI nobody = URI.create("http://127.0.0.1:" + free);
    UpstreamException refusal =
        assertThrows(
            UpstreamException.class,
            () ->
                new Upstreams(mock.client)
                    .openAiText(TestJobs.settings(nobody))
                    .generate(TestJobs.chat("?"), sinks, new CancelSource()));
    assertEquals(Reason.UNREACHABLE, refusal.reason());
    assertEquals(List.of(Duration.ofMillis(500), Duration.ofSeconds(1)), mock.pause.waits);
  }

  @Test
  void acceptsAnAddressWithOrWithoutItsVersion() throws Exception {
    for (String path : new String[] {"", "/", "/v1", "/v1/", "/proxy/v1", "/proxy/"}) {
      mock.server.enqueue(events(STOP, "[DONE]"));
      new Upstreams(mock.client)
          .openAiText(TestJobs.settings(URI.create(mock.url() + path)))
          .generate(TestJobs.chat("?"), sinks, new CancelSource());
      String prefix = path.startsWith("/proxy") ? "/proxy" : "";
      assertEquals(prefix + "/v1/chat/completions", mock.taken().getTarget());
    }
  }

  @Test
  void refusesAddressesThatAreNotExactlyAServices() {
    for (String address :
        new String[] {
          "ftp://host/", "http://user:pw@host/", "http://host/?q=1", "http://host/#f", "http:/x"
        }) {
      assertThrows(
          IllegalArgumentException.class, () -> UpstreamSettings.at(URI.create(address)), address);
    }
  }

  private static void assertBlocked(TargetGuard guard, SocketAddress target) throws Exception {
    try (Socket socket = guard.createSocket()) {
      ConnectException blocked =
          assertThrows(ConnectException.class, () -> socket.connect(target, 1000));
      assertEquals("not the configured service", blocked.getMessage());
    }
  }

  private TextService service() {
    return new Upstreams(mock.client).openAiText(TestJobs.withKey(mock.url()));
  }

  private UpstreamException refused() {
    return assertThrows(
        UpstreamException.class,
        () -> service().generate(TestJobs.chat("?"), sinks, new CancelSource()));
  }
}
