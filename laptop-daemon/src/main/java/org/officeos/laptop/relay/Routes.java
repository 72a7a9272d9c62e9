package org.officeos.laptop.relay;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.officeos.laptop.budget.Budgets;
import org.officeos.laptop.upstream.TextJob;
import org.officeos.session.bytecode.Opcode;

/** One entry for each opcode: what does its work, and which workers. */
final class Routes {

  /** Which workers. Pictures have their own, so that they never hold up a word. */
  enum Pool {
    IMAGE,
    TEXT
  }

  /** An opcode's entry; no work where no service is configured. */
  record Route(Pool pool, Optional<Work> work) {}

  private final Map<Opcode, Route> table = new EnumMap<>(Opcode.class);

  Routes(RelayServices services, RelaySettings settings, Budgets budgets, EchoWork echo) {
    for (Opcode opcode : Opcode.values()) {
      table.put(
          opcode,
          switch (opcode) {
            case ECHO -> new Route(Pool.TEXT, Optional.of(echo));
            case COMPLETE -> text(services, settings, TextJob.Kind.COMPLETION);
            case CHAT -> text(services, settings, TextJob.Kind.CHAT);
            case GENERATE_IMAGE ->
                new Route(
                    Pool.IMAGE,
                    services
                        .image()
                        .map(draws -> new ImageWork(draws, services.pictures(), settings)));
            case STATUS -> new Route(Pool.TEXT, Optional.of(new StatusWork(settings, budgets)));
          });
    }
  }

  private static Route text(RelayServices services, RelaySettings settings, TextJob.Kind kind) {
    return new Route(
        Pool.TEXT, services.text().map(writes -> new TextWork(kind, writes, settings)));
  }

  Route of(Opcode opcode) {
    Route route = table.get(opcode);
    if (route == null) {
      throw new IllegalStateException("every opcode has an entry");
    }
    return route;
  }
}
