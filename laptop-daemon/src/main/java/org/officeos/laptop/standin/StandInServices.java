package org.officeos.laptop.standin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stand-ins for an image service and a text service, in this process and on loopback only. They are
 * not models: pictures are drawn from the prompt's words by a program, texts are fixed sentences.
 * Outside they speak exactly as the real services do, so that everything before them can be shown
 * and tested; every answer carries {@code X-OfficeOS-Stand-In: 1} and a model name that begins with
 * {@code stand-in}.
 *
 * <p>Image service: Stable Diffusion WebUI's {@code /sdapi/v1/} {@code txt2img}, {@code progress},
 * {@code interrupt}, {@code sd-models}, {@code samplers}. Text service: {@code /v1/} {@code
 * models}, {@code completions}, {@code chat/completions}, {@code images/generations}.
 */
public final class StandInServices implements AutoCloseable {

  private static final int MAX_REQUEST = 1024 * 1024;

  /** One path's answer. */
  @FunctionalInterface
  private interface Answer {
    StandInLog.End to(HttpExchange exchange, JsonNode request)
        throws IOException, InterruptedException;
  }

  /** An answer that ends in no special way. */
  @FunctionalInterface
  private interface PlainAnswer {
    void to(HttpExchange exchange, JsonNode request) throws IOException, InterruptedException;
  }

  private final StandInFaults faults = new StandInFaults();
  private final StandInLog log = new StandInLog();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "stand-in");
            thread.setDaemon(true);
            return thread;
          });
  private final HttpServer images;
  private final HttpServer texts;

  private StandInServices(StandInSettings settings) throws IOException {
    images = server(settings.imagePort());
    try {
      texts = server(settings.textPort());
    } catch (IOException taken) {
      images.stop(0);
      throw taken;
    }
    WebUiStandIn webUi = new WebUiStandIn(settings.stepTime(), faults);
    serve(images, "POST", "/sdapi/v1/txt2img", webUi::txt2img);
    plain(images, "GET", "/sdapi/v1/progress", (exchange, none) -> webUi.progress(exchange));
    plain(images, "POST", "/sdapi/v1/interrupt", (exchange, none) -> webUi.interrupt(exchange));
    plain(images, "GET", "/sdapi/v1/sd-models", (exchange, none) -> webUi.models(exchange));
    plain(images, "GET", "/sdapi/v1/samplers", (exchange, none) -> webUi.samplers(exchange));
    OpenAiStandIn openAi = new OpenAiStandIn(settings.tokenTime(), faults);
    plain(texts, "GET", "/v1/models", (exchange, none) -> openAi.models(exchange));
    plain(texts, "POST", "/v1/completions", openAi::completions);
    plain(texts, "POST", "/v1/chat/completions", openAi::chat);
    plain(texts, "POST", "/v1/images/generations", openAi::images);
  }

  /**
   * Starts both services.
   *
   * @throws IOException when a port is taken
   */
  public static StandInServices start(StandInSettings settings) throws IOException {
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
    StandInServices services = new StandInServices(settings);
    services.images.start();
    services.texts.start();
    return services;
  }

  /** Where pictures are drawn: a WebUI's address. */
  public URI imageUrl() {
    return url(images);
  }

  /** Where texts are written: an OpenAI-compatible server's address, without {@code /v1}. */
  public URI textUrl() {
    return url(texts);
  }

  /** Makes requests go wrong. */
  public StandInFaults faults() {
    return faults;
  }

  /** Tells what was asked. */
  public StandInLog log() {
    return log;
  }

  /** Ends both services at once, whatever they are doing. */
  @Override
  public void close() {
    faults.clear();
    threads.shutdownNow();
    images.stop(0);
    texts.stop(0);
  }

  private HttpServer server(int port) throws IOException {
    InetAddress loopback = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
    HttpServer server = HttpServer.create(new InetSocketAddress(loopback, port), 0);
    server.setExecutor(threads);
    return server;
  }

  private void plain(HttpServer server, String method, String path, PlainAnswer answer) {
    serve(
        server,
        method,
        path,
        (exchange, request) -> {
          answer.to(exchange, request);
          return StandInLog.End.ANSWERED;
        });
  }

  private void serve(HttpServer server, String method, String path, Answer answer) {
    server.createContext(path, exchange -> handle(exchange, method, path, answer));
  }

  private void handle(HttpExchange exchange, String method, String path, Answer answer) {
    String asked = exchange.getRequestURI().getPath();
    long number = log.opened(exchange.getRequestMethod(), asked);
    StandInLog.End end = StandInLog.End.CUT;
    try {
      JsonNode request = read(exchange);
      if (!asked.equals(path)) {
        Reply.json(exchange, 404, Reply.object().put("detail", "Not Found"));
      } else if (!exchange.getRequestMethod().equals(method)) {
        Reply.json(exchange, 405, Reply.object().put("detail", "Method Not Allowed"));
      } else {
        end = answer.to(exchange, request);
        return;
      }
      end = StandInLog.End.ANSWERED;
    } catch (JsonProcessingException unreadable) {
      end = refuse(exchange);
    } catch (IOException gone) {
      end = StandInLog.End.CUT;
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
      log.ended(number, end);
    }
  }

  private static StandInLog.End refuse(HttpExchange exchange) {
    try {
      Reply.json(exchange, 422, Reply.object().put("detail", "JSON decode error"));
      return StandInLog.End.ANSWERED;
    } catch (IOException gone) {
      return StandInLog.End.CUT;
    }
  }

  private static JsonNode read(HttpExchange exchange) throws IOException {
    try (InputStream in = exchange.getRequestBody()) {
      byte[] body = in.readNBytes(MAX_REQUEST);
      return body.length == 0 ? Reply.object() : Reply.JSON.readTree(body);
    }
  }

  private static URI url(HttpServer server) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }
}
