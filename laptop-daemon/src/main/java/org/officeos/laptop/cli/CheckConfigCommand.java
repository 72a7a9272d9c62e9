package org.officeos.laptop.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.officeos.laptop.config.ConfigException;
import org.officeos.laptop.config.KeyFile;
import org.officeos.laptop.config.LaptopConfig;
import org.officeos.laptop.config.RadioConfig;
import org.officeos.laptop.config.ServiceConfig;
import org.officeos.laptop.config.Words;
import org.officeos.laptop.control.Json;
import picocli.CommandLine.Command;

/** Reads the configuration and says what it means. */
@Command(
    name = "check-config",
    description = {
      "Read the configuration and say what holds.",
      "",
      "Reads key files too, and starts nothing. Exit code 78 with the key and the line where it is not taken."
    })
final class CheckConfigCommand extends BaseCommand {

  @Override
  public Integer call() throws Exception {
    LaptopConfig config = config();
    checkKey(config.image(), "image");
    checkKey(config.text(), "text");
    Path file = configPath();
    ObjectNode facts = Json.event("config");
    facts.put("file", file == null ? null : file.toString());
    facts.put("name", config.name());
    facts.put("listen", config.listen().toString());
    facts.put("radio", config.radio().map(RadioConfig::interfaceName).orElse(null));
    facts.put("radio_name", config.radio().map(RadioConfig::deviceName).orElse(null));
    facts.put("state_dir", config.stateDir().toString());
    facts.put("image", describe(config.image()));
    facts.put("text", describe(config.text()));
    facts.put("audit_keep_content", config.auditKeepContent());
    if (json()) {
      terminal().out().println(facts);
    } else {
      Rows rows = new Rows();
      rows.add("file", file == null ? "none; built-in defaults" : file.toString());
      rows.add("name", config.name());
      rows.add("listens on", config.listen().toString());
      rows.add("radio", config.radio().map(CheckConfigCommand::describe).orElse("none"));
      rows.add("state", config.stateDir().toString());
      rows.add("images", describe(config.image()));
      rows.add("texts", describe(config.text()));
      terminal().out().print(rows.text());
    }
    return ExitStatus.OK.code();
  }

  private static String describe(RadioConfig radio) {
    return radio.interfaceName()
        + " as \""
        + radio.deviceName()
        + "\", "
        + radio
            .frequency()
            .map(where -> where.megahertz() + " MHz first")
            .orElse("social channels first");
  }

  private static String describe(ServiceConfig service) {
    return service
        .url()
        .map(url -> Words.of(service.kind()) + " at " + url)
        .orElse(Words.of(service.source()).replace('_', '-'));
  }

  private static void checkKey(ServiceConfig service, String key) throws CliFailure {
    if (service.apiKeyFile().isPresent()) {
      try {
        KeyFile.read(service.apiKeyFile().get(), key + ".api_key_file").destroy();
      } catch (ConfigException e) {
        throw new CliFailure(
            ExitStatus.CONFIGURATION, e.reason().name(), String.valueOf(e.getMessage()));
      }
    }
  }
}
