package org.officeos.handheld.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.officeos.handheld.link.LinkException;
import org.officeos.handheld.testing.FakeEndpoint;
import org.officeos.handheld.testing.FakeExchange;
import org.officeos.handheld.testing.FakeLinks;
import org.officeos.handheld.testing.Peers;
import org.officeos.handheld.testing.Pictures;
import org.officeos.session.Progress;
import org.officeos.session.SessionException;
import org.officeos.session.bytecode.Field;
import org.officeos.session.bytecode.Meta;
import org.officeos.session.bytecode.Response;
import org.officeos.session.bytecode.ResultCode;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.StoreException;
import org.officeos.session.testing.InMemoryRelationshipStore;
import org.officeos.session.testing.SettableClock;

class OfficeClientTest {

  private static final RetryPolicy QUICK =
      new RetryPolicy(4, Duration.ofMillis(1), Duration.ofMillis(2));

  private static final ImageRequest HOUR_LONG =
      new ImageRequest(
          "x",
          Optional.empty(),
          64,
          64,
          1,
          OptionalLong.empty(),
          Optional.empty(),
          Optional.empty(),
          Duration.ofHours(1));

  private final InMemoryRelationshipStore store = new InMemoryRelationshipStore();
  private final Relationship laptop =
      Peers.laptop("office", SettableClock.NOON, Duration.ofDays(30));
  private final FakeEndpoint endpoint = new FakeEndpoint(store);
  private final FakeLinks links = new FakeLinks();
  private final OfficeClient client = client(QUICK);
  private final Heard heard = new Heard();

  private OfficeClient client(RetryPolicy retry) {
    try {
      if (store.all().isEmpty()) {
        store.add(laptop);
      }
    } catch (StoreException e) {
      throw new AssertionError(e);
    }
    return new OfficeClient(endpoint, links, laptop.id(), retry, new SecureRandom());
  }

  @AfterEach
  void close() {
    client.close();
    links.close();
  }

  private static final class Heard implements RequestListener {
    final List<String> words = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void onConnecting(int attempt) {
      words.add("connecting " + attempt);
    }

    @Override
    public void onProgress(Progress progress) {
      words.add("progress " + progress.permille());
    }

    @Override
    public void onToken(String text) {
      words.add("token " + text);
    }

    @Override
    public void onRetry(Reason reason, Duration pause) {
      words.add("retry " + reason);
    }
  }

  private Reason failure(Pending<?> pending) {
    return assertThrows(OfficeException.class, pending::await).reason();
  }

  @Test
  void streamsTokensInOrderAndNeverHalfACharacter() throws Exception {
    endpoint.answering(
        exchange -> {
          exchange.progress(10, 0, 0, -1);
          exchange.text("Hel").data(new byte[] {(byte) 0xc3}).data(new byte[] {(byte) 0xb6});
          exchange.complete(
              Response.of(ResultCode.OK).with(Meta.FINISH, "stop").with(Meta.TOKENS_OUT, 2));
        });
    Answer answer = client.chat(ChatRequest.of("hi"), heard).await();
    assertEquals("Helö", answer.text());
    assertEquals("stop", answer.finish().orElseThrow());
    assertEquals(List.of("connecting 1", "progress 10", "token Hel", "token ö"), heard.words);
    assertEquals(5, answer.report().decodedBytes());
    assertEquals(1, answer.report().attempts());
    assertEquals(answer.report().instructionBytes() + 85, answer.report().instructionWireBytes());
  }

  @Test
  void sharesOneSessionAmongRequests() throws Exception {
    endpoint.answering(
        exchange -> {
          exchange.text("x");
          exchange.ok();
        });
    Report first = client.chat(ChatRequest.of("a"), RequestListener.NONE).await().report();
    Report second = client.chat(ChatRequest.of("b"), RequestListener.NONE).await().report();
    assertEquals(1, endpoint.sessions().size());
    assertTrue(first.handshake().bytesOut() > 0);
    assertEquals(0, second.handshake().bytesOut());
    assertEquals(0, second.handshakeMicros());
  }

  @Test
  void keepsAnsweringOneWhileAnotherWaits() throws Exception {
    CompletableFuture<FakeExchange> picture = new CompletableFuture<>();
    endpoint.answering(
        exchange -> {
          if (exchange.instruction().has(Field.WIDTH)) {
            picture.complete(exchange);
          } else {
            exchange.text("quick");
            exchange.ok();
          }
        });
    Pending<Picture> slow = client.imageOf(ImageRequest.of("cat"), RequestListener.NONE);
    FakeExchange held = picture.get(10, TimeUnit.SECONDS);
    assertEquals("quick", client.chat(ChatRequest.of("b"), heard).await().text());
    byte[] bytes = Pictures.fourColours("jpg");
    held.data(bytes);
    held.ok();
    assertArrayEquals(bytes, slow.await().bytes());
  }

  @Test
  void triesToConnectAgainAndThenSaysWhy() throws Exception {
    links.failing(LinkException.Reason.REFUSED, LinkException.Reason.TIMED_OUT);
    endpoint.failing(SessionException.Reason.CUT);
    endpoint.answering(FakeExchange::ok);
    client.status(heard).await();
    assertEquals(
        List.of(
            "connecting 1",
            "retry LINK_FAILED",
            "connecting 2",
            "retry LINK_FAILED",
            "connecting 3",
            "retry CONNECTION_CUT",
            "connecting 4"),
        heard.words);
    endpoint.sessions().get(0).end(SessionException.Reason.CUT);
    links.failing(
        LinkException.Reason.REFUSED,
        LinkException.Reason.REFUSED,
        LinkException.Reason.REFUSED,
        LinkException.Reason.REFUSED);
    assertEquals(Reason.LINK_FAILED, failure(client.status(RequestListener.NONE)));
  }

  @Test
  void asksNoFurtherWhereTheLinkIsForbiddenOrTheLaptopRefuses() {
    links.failing(LinkException.Reason.DEFAULT_ROUTE);
    assertEquals(Reason.LINK_FORBIDDEN, failure(client.status(heard)));
    endpoint.failing(SessionException.Reason.EXPIRED);
    assertEquals(Reason.EXPIRED, failure(client.status(heard)));
    endpoint.answering(e -> e.complete(Response.of(ResultCode.PERMISSION_DENIED)));
    assertEquals(Reason.PERMISSION_DENIED, failure(client.status(heard)));
    assertEquals(List.of("connecting 1", "connecting 1", "connecting 1"), heard.words);
  }

  @Test
  void asksAgainWithTheSameIdWhenTheLaptopVanishesBeforeItsFirstByte() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    List<byte[]> ids = Collections.synchronizedList(new ArrayList<>());
    endpoint.answering(
        exchange -> {
          ids.add(exchange.instruction().bytes(Field.REQUEST_ID).orElseThrow());
          exchange.progress(300, 3, 10, -1);
          if (asked.incrementAndGet() < 3) {
            endpoint
                .sessions()
                .get(endpoint.sessions().size() - 1)
                .end(SessionException.Reason.CUT);
          } else {
            exchange.text("done");
            exchange.ok();
          }
        });
    Answer answer = client.chat(ChatRequest.of("a"), heard).await();
    assertEquals("done", answer.text());
    assertEquals(3, answer.report().attempts());
    assertEquals(3, endpoint.sessions().size());
    assertArrayEquals(ids.get(0), ids.get(2));
    assertArrayEquals(answer.report().id().toBytes(), ids.get(0));
  }

  @Test
  void neverAsksAgainOnceAByteCame() {
    endpoint.answering(
        exchange -> {
          exchange.text("Once upon");
          endpoint.sessions().get(0).end(SessionException.Reason.CUT);
        });
    assertEquals(Reason.CONNECTION_CUT, failure(client.chat(ChatRequest.of("a"), heard)));
    assertEquals(List.of("connecting 1", "token Once upon"), heard.words);
    assertEquals(1, endpoint.sessions().size());
  }

  @Test
  void tellsTheLaptopOfACancelWhileItWorks() throws Exception {
    CompletableFuture<FakeExchange> reached = new CompletableFuture<>();
    endpoint.answering(reached::complete);
    Pending<Picture> pending = client.imageOf(ImageRequest.of("cat"), heard);
    FakeExchange exchange = reached.get(10, TimeUnit.SECONDS);
    pending.cancel();
    assertEquals(Reason.CANCELLED, failure(pending));
    assertTrue(exchange.cancelled().get(10, TimeUnit.SECONDS));
    pending.cancel();
  }

  @Test
  void canBeCancelledBetweenAttempts() throws Exception {
    CountDownLatch pausing = new CountDownLatch(1);
    links.failing(LinkException.Reason.REFUSED);
    OfficeClient patient =
        client(new RetryPolicy(2, Duration.ofMinutes(10), Duration.ofMinutes(10)));
    Pending<Picture> waiting =
        patient.imageOf(
            HOUR_LONG,
            new RequestListener() {
              @Override
              public void onRetry(Reason reason, Duration pause) {
                pausing.countDown();
              }
            });
    assertTrue(pausing.await(10, TimeUnit.SECONDS));
    waiting.cancel();
    assertEquals(Reason.CANCELLED, failure(waiting));
    assertEquals(1, links.asked());
    patient.close();
  }

  @Test
  void cutsOffALaptopThatNeverStopsTalking() throws Exception {
    byte[] megabyte = new byte[1024 * 1024];
    CompletableFuture<Boolean> told = new CompletableFuture<>();
    endpoint.answering(
        exchange -> {
          exchange.cancelled().thenAccept(told::complete).isDone();
          exchange.data(megabyte);
          exchange.data(new byte[1]);
        });
    assertEquals(Reason.ANSWER_TOO_LARGE, failure(client.chat(ChatRequest.of("a"), heard)));
    assertTrue(told.get(10, TimeUnit.SECONDS));
  }

  @Test
  void givesUpWhenTheLaptopSaysNothing() {
    CompletableFuture<Boolean> told = new CompletableFuture<>();
    endpoint.answering(exchange -> exchange.cancelled().thenAccept(told::complete).isDone());
    long[] now = {0};
    OfficeClient hasty =
        new OfficeClient(
            endpoint,
            links,
            laptop.id(),
            RetryPolicy.NEVER,
            new SecureRandom(),
            () -> now[0] += 60_000_000_000L);
    assertEquals(Reason.NO_ANSWER, failure(hasty.chat(ChatRequest.of("a"), heard)));
    assertTrue(told.join());
    hasty.close();
  }

  @Test
  void refusesPicturesThatAreNone() {
    endpoint.answering(
        exchange -> {
          exchange.data(Pictures.pngClaiming(10_000, 10_000));
          exchange.ok();
        });
    assertEquals(Reason.PICTURE_TOO_LARGE, failure(client.imageOf(ImageRequest.of("cat"), heard)));
  }

  @Test
  void renewsAndSaysFarewell() throws Exception {
    Relationship later = Peers.laptop("office", SettableClock.NOON, Duration.ofDays(60));
    CompletableFuture<Boolean> told = new CompletableFuture<>();
    endpoint.preparing(
        session ->
            session
                .renewingTo(CompletableFuture.completedFuture(later))
                .onRevoke(() -> told.complete(true)));
    assertSame(later, client.renew(Duration.ofDays(60)));
    client.farewell().say();
    assertTrue(told.join());
  }

  @Test
  void endsRequestsThatAreUnderWayWhenItIsClosed() throws Exception {
    CompletableFuture<FakeExchange> reached = new CompletableFuture<>();
    endpoint.answering(reached::complete);
    Pending<Answer> pending = client.chat(ChatRequest.of("a"), heard);
    assertEquals(false, reached.get(10, TimeUnit.SECONDS).cancelled().isDone());
    client.close();
    assertEquals(Reason.CLIENT_CLOSED, failure(pending));
    assertEquals(Reason.CLIENT_CLOSED, failure(client.status(heard)));
  }
}
