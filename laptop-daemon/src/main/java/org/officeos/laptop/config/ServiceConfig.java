package org.officeos.laptop.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * One service that the daemon may ask: {@code [image]} or {@code [text]}.
 *
 * @param source whether it is real, the built-in stand-in, or none
 * @param url the real service's address; empty unless {@code source} is {@code REAL}
 * @param kind the HTTP interface that it speaks
 * @param model the model to ask for where the handheld names none
 * @param apiKeyFile a file with the key, readable by its owner only
 * @param timeout for one whole job, 1 s to 1 h
 * @param connectTimeout 1 s to 60 s
 * @param idleTimeout longest silence before the service counts as stalled, 1 s to 1 h
 */
public record ServiceConfig(
    Source source,
    Optional<URI> url,
    Kind kind,
    Optional<String> model,
    Optional<Path> apiKeyFile,
    Duration timeout,
    Duration connectTimeout,
    Duration idleTimeout) {

  /** What stands behind the service. */
  public enum Source {
    /** The service at the configured address. */
    REAL,
    /** The built-in stand-in: no model inside, every answer marked as such. */
    STAND_IN,
    /** Nothing: such instructions are refused. */
    NONE
  }

  /** The HTTP interface. */
  public enum Kind {
    /** Stable Diffusion WebUI, {@code /sdapi/v1}; pictures only. */
    WEBUI,
    /** OpenAI-compatible, {@code /v1}. */
    OPENAI
  }

  /** Whether instructions for this service can be served at all. */
  public boolean configured() {
    return source != Source.NONE;
  }
}
