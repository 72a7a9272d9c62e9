package org.officeos.hal.linux.lib;

/** A C call said no. */
public final class ErrnoException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String call;
  private final int errno;

  /**
   * The call and its errno, as Linux numbers it on every architecture the product runs on.
   *
   * @param call the C function's name, such as {@code sendto}
   * @param errno 1 and more
   */
  public ErrnoException(String call, int errno) {
    super(call + " failed with errno " + errno);
    this.call = call;
    this.errno = errno;
  }

  /** The C function's name. */
  public String call() {
    return call;
  }

  /** The error number, as {@code errno(3)} lists them. */
  public int errno() {
    return errno;
  }
}
