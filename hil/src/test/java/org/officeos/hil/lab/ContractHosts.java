package org.officeos.hil.lab;

import java.io.IOException;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The contract's questions are many and small: they are asked on the same two hosts, and on fresh
 * ones after a question that was answered wrongly.
 */
final class ContractHosts implements BeforeEachCallback, AfterEachCallback, AfterAllCallback {

  private final Hosts hosts = new Hosts();
  private boolean up;

  Hosts hosts() {
    return hosts;
  }

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    if (!up) {
      hosts.beforeEach(context);
      up = true;
    }
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    if (context.getExecutionException().isPresent()) {
      end(context);
    }
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    end(context);
  }

  private void end(ExtensionContext context) throws IOException {
    if (up) {
      up = false;
      hosts.afterEach(context);
    }
  }
}
