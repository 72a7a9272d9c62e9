package org.officeos.laptop.relay;

import org.officeos.laptop.upstream.UpstreamException;
import org.officeos.session.bytecode.ResultCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One accepted request on a worker: runs the work, and ends the request whatever happens. */
final class Job implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(Job.class);

  private final RelayContext context;
  private final Work work;
  private final Ending ending;
  private final Runnable afterwards;

  /**
   * A job.
   *
   * @param afterwards runs when the request has ended
   */
  Job(RelayContext context, Work work, Ending ending, Runnable afterwards) {
    this.context = context;
    this.work = work;
    this.ending = ending;
    this.afterwards = afterwards;
  }

  /** Ends the request without having worked on it. */
  void skip(ResultCode result, String detail) {
    ending.fail(context, new RelayFailure(result, detail));
    afterwards.run();
  }

  @Override
  public void run() {
    context.watch.workStarted();
    if (context.abandoned() != null) {
      skip(ResultCode.CANCELLED, "cancelled before the work began");
      return;
    }
    try {
      ending.end(context, work.run(context));
    } catch (RelayFailure e) {
      ending.fail(context, e);
    } catch (UpstreamException e) {
      ending.fail(context, upstream(e));
    } catch (InterruptedException e) {
      skip(ResultCode.SHUTTING_DOWN, "the laptop is shutting down; try again shortly");
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      LOG.error("a fault of this program: {}", Details.place(e));
      skip(ResultCode.INTERNAL, "a fault of the laptop daemon; its log has more");
      if (e instanceof VirtualMachineError) {
        throw e;
      }
    } finally {
      afterwards.run();
    }
  }

  private RelayFailure upstream(UpstreamException fault) {
    boolean stopped = fault.reason() == UpstreamException.Reason.CANCELLED;
    return stopped && context.shuttingDown()
        ? new RelayFailure(
            ResultCode.SHUTTING_DOWN, "the laptop is shutting down; try again shortly")
        : FailureTable.of(fault);
  }
}
