package org.officeos.hal.guard;

import org.officeos.hal.guard.testing.FakeGuardKernel;

/** The contract on the fake. */
class FakeGuardKernelTest extends GuardKernelContract {

  private final FakeGuardKernel fake = new FakeGuardKernel();

  @Override
  protected GuardKernel kernel() {
    return fake;
  }

  @Override
  protected long nanos() {
    return fake.nanos();
  }

  @Override
  protected int made(String name) {
    return fake.make(name, "veth");
  }

  @Override
  protected void up(int index) {
    fake.up(index);
  }

  @Override
  protected void addressed(int index) {
    fake.address(index, "0a070002", 24);
  }

  @Override
  protected void routed(int index) {
    fake.route(index, "ac100000", 12, 0);
  }

  @Override
  protected void forwarding(int index) {
    fake.forwarding(index, true);
  }
}
