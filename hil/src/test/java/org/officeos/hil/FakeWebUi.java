package org.officeos.hil;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/**
 * A Stable Diffusion WebUI that draws until it is told to finish or interrupted. Strict: a path
 * that it does not know is an error of the scenario.
 */
final class FakeWebUi implements AutoCloseable {

  private static final int SIDE = 64;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Semaphore begun = new Semaphore(0);
  private final CountDownLatch finish = new CountDownLatch(1);
  private final Semaphore interrupts = new Semaphore(0);
  private final Semaphore release = new Semaphore(0);

  FakeWebUi() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
    server.setExecutor(threads);
    server.createContext("/sdapi/v1/txt2img", this::draw);
    server.createContext(
        "/sdapi/v1/progress",
        exchange ->
            answer(
                exchange,
                "{\"progress\":0.25,\"eta_relative\":30.0,\"state\":{\"skipped\":false,"
                    + "\"interrupted\":false,\"job\":\"txt2img\",\"job_count\":1,\"job_no\":0,"
                    + "\"sampling_step\":5,\"sampling_steps\":20},\"current_image\":null}"));
    server.createContext(
        "/sdapi/v1/interrupt",
        exchange -> {
          interrupts.release();
          release.release();
          answer(exchange, "{}");
        });
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Waits until a picture was asked for. */
  boolean awaitBegun() throws InterruptedException {
    return begun.tryAcquire(30, TimeUnit.SECONDS);
  }

  /** Waits until the job under way was interrupted. */
  boolean awaitInterrupted() throws InterruptedException {
    return interrupts.tryAcquire(30, TimeUnit.SECONDS);
  }

  /** Lets this and every later picture be finished at once. */
  void finishAll() {
    finish.countDown();
    release.release(1000);
  }

  private void draw(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    begun.release();
    try {
      if (!finish.await(0, TimeUnit.SECONDS) && !release.tryAcquire(90, TimeUnit.SECONDS)) {
        throw new IOException("nobody finished or interrupted the picture");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the scenario ended", e);
    }
    String image = Base64.getEncoder().encodeToString(png());
    answer(exchange, "{\"images\":[\"" + image + "\"],\"parameters\":{},\"info\":\"{}\"}");
  }

  private static byte[] png() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }

  private static void answer(HttpExchange exchange, String json) throws IOException {
    byte[] body = json.getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    finishAll();
    server.stop(0);
    threads.shutdownNow();
  }
}
