package org.officeos.laptop.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.officeos.laptop.config.ConfigException.Reason;
import org.officeos.laptop.config.ServiceConfig.Kind;
import org.officeos.laptop.config.ServiceConfig.Source;

/** Reads {@code [image]} and {@code [text]}. */
final class Services {

  private Services() {}

  static ServiceConfig read(TomlTable table, Kind usual, long timeoutSeconds)
      throws ConfigException {
    String url = table.text("url", 512).orElse("stand-in");
    Kind kind = table.word("kind", usual, Kind.class);
    if (usual == Kind.OPENAI && kind != Kind.OPENAI) {
      throw table.complain(Reason.UNKNOWN_WORD, "kind", "takes openai; webui draws pictures only");
    }
    Source source =
        switch (url) {
          case "stand-in" -> Source.STAND_IN;
          case "none" -> Source.NONE;
          default -> Source.REAL;
        };
    Optional<String> named = table.text("api_key_file", 512);
    Optional<Path> keyFile =
        named.isEmpty()
            ? Optional.empty()
            : Optional.of(table.path("api_key_file", named.get(), Reason.BAD_KEY_FILE));
    if (keyFile.isPresent() && !keyFile.get().isAbsolute()) {
      throw table.complain(Reason.BAD_KEY_FILE, "api_key_file", "takes an absolute path");
    }
    ServiceConfig service =
        new ServiceConfig(
            source,
            source == Source.REAL ? Optional.of(address(table, url)) : Optional.empty(),
            kind,
            table.text("model", 128),
            keyFile,
            Duration.ofSeconds(table.number("timeout_seconds", timeoutSeconds, 1, 3600)),
            Duration.ofSeconds(table.number("connect_timeout_seconds", 5, 1, 60)),
            Duration.ofSeconds(table.number("idle_timeout_seconds", 60, 1, 3600)));
    table.refuseOthers();
    return service;
  }

  private static URI address(TomlTable table, String text) throws ConfigException {
    try {
      URI uri = new URI(text);
      boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      boolean plain =
          uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
      if (http && plain && uri.getHost() != null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      throw bad(table, e);
    }
    throw bad(table, null);
  }

  private static ConfigException bad(
      TomlTable table, @org.jspecify.annotations.Nullable Throwable cause) {
    ConfigException complaint =
        table.complain(
            Reason.BAD_URL,
            "url",
            "takes \"stand-in\", \"none\" or an http(s) address without user, query or fragment,"
                + " such as \"http://127.0.0.1:7860\"");
    if (cause != null) {
      complaint.initCause(cause);
    }
    return complaint;
  }
}
