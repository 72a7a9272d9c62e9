package org.officeos.laptop.relay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.officeos.laptop.upstream.SinkClosedException;
import org.officeos.laptop.upstream.TextJob;
import org.officeos.laptop.upstream.TextOutcome;
import org.officeos.laptop.upstream.TextService;
import org.officeos.laptop.upstream.TokenSink;
import org.officeos.laptop.upstream.UpstreamException;
import org.officeos.session.SessionException;
import org.officeos.session.bytecode.Field;
import org.officeos.session.bytecode.Instruction;
import org.officeos.session.bytecode.Meta;
import org.officeos.session.bytecode.Response;
import org.officeos.session.bytecode.ResultCode;

/** Continues a text or answers a conversation; each piece travels on as it comes. */
final class TextWork implements Work {

  private final TextJob.Kind kind;
  private final TextService service;
  private final RelaySettings settings;

  TextWork(TextJob.Kind kind, TextService service, RelaySettings settings) {
    this.kind = kind;
    this.service = service;
    this.settings = settings;
  }

  @Override
  public Answer run(RelayContext context)
      throws RelayFailure, UpstreamException, InterruptedException {
    TextJob job = translate(context);
    Pieces pieces = new Pieces(context);
    long start = context.watch.now();
    TextOutcome outcome;
    try {
      outcome = service.generate(job, pieces, context.cancel);
    } finally {
      context.watch.upstreamTook(context.watch.now() - start - pieces.waited);
    }
    Response response =
        Response.of(ResultCode.OK)
            .with(Meta.CONTENT_TYPE, "text/plain; charset=utf-8")
            .with(Meta.FINISH, outcome.finish());
    if (outcome.model().isPresent()) {
      response = response.with(Meta.MODEL, outcome.model().get());
    }
    if (outcome.tokensIn().isPresent()) {
      response = response.with(Meta.TOKENS_IN, outcome.tokensIn().getAsLong());
    }
    if (outcome.tokensOut().isPresent()) {
      response = response.with(Meta.TOKENS_OUT, outcome.tokensOut().getAsLong());
    }
    return Answer.streamed(response, context.streamed());
  }

  private TextJob translate(RelayContext context) throws RelayFailure {
    Instruction asked = context.instruction();
    OptionalLong tokens = asked.number(Field.MAX_TOKENS);
    OptionalLong temperature = asked.number(Field.TEMPERATURE_MILLI);
    boolean chat = kind == TextJob.Kind.CHAT;
    Duration left = context.timeLeft(settings.textTimeout());
    Jobs.requireTime(left);
    return new TextJob(
        kind,
        chat ? "" : asked.text(Field.PROMPT).orElse(""),
        asked.text(Field.SYSTEM),
        chat ? asked.turns(Field.TURNS) : List.of(),
        asked.text(Field.MODEL),
        OptionalInt.of((int) Math.min(tokens.orElse(settings.maxTokens()), settings.maxTokens())),
        temperature.isPresent()
            ? OptionalInt.of((int) temperature.getAsLong())
            : OptionalInt.empty(),
        left);
  }

  /** Sends each piece on; the time it waits for the handheld's credit is not the service's. */
  private static final class Pieces implements TokenSink {
    private final RelayContext context;
    private long waited;

    Pieces(RelayContext context) {
      this.context = context;
    }

    @Override
    public void onText(String piece) throws SinkClosedException, InterruptedException {
      byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
      long start = context.watch.now();
      try {
        context.responder.write(bytes, 0, bytes.length);
      } catch (SessionException e) {
        throw new SinkClosedException(e);
      } finally {
        waited += context.watch.now() - start;
      }
      context.streamed(context.streamed() + bytes.length);
    }
  }
}
