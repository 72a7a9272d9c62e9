package org.officeos.handheld.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import org.officeos.hal.linux.LinuxGuardKernel;
import org.officeos.hal.linux.NftProgram;
import org.officeos.handheld.link.TcpLinkProvider;
import org.officeos.handheld.screen.TerminalProbe;
import org.officeos.handheld.screen.TerminalSize;
import org.officeos.session.EndpointConfig;
import org.officeos.session.netty.SessionEndpoints;
import org.officeos.session.relationship.FileRelationshipStore;

/** The machine that this process runs on. */
final class RealMachine {

  private RealMachine() {}

  static Machine create() {
    return new Machine(
        System.in,
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        new Terminals(),
        System.getenv(),
        home(),
        InstantSource.system(),
        System::nanoTime,
        () -> Random.OPEN,
        FileRelationshipStore::open,
        store -> SessionEndpoints.create(EndpointConfig.handheld(store)),
        TcpLinkProvider::new,
        RealMachine::writeNew,
        new RealRadios(),
        filter -> LinuxGuardKernel.open(filter ? Optional.of(new NftProgram()) : Optional.empty()));
  }

  /** The environment's word first: the JDK's own asks the password file and never looks at HOME. */
  private static Path home() {
    String home = System.getenv().getOrDefault("HOME", "");
    return Path.of(home.startsWith("/") ? home : System.getProperty("user.home", "/"));
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }

  private static void writeNew(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.force(true);
    }
  }

  private static final class Random {
    static final SecureRandom OPEN = new SecureRandom();
  }

  private static final class Terminals implements Machine.Terminals {
    @Override
    public boolean in() {
      return TerminalProbe.isTerminal(0);
    }

    @Override
    public boolean out() {
      return TerminalProbe.isTerminal(1);
    }

    @Override
    public boolean err() {
      return TerminalProbe.isTerminal(2);
    }

    @Override
    public TerminalSize size() {
      return TerminalProbe.size(System.getenv());
    }
  }
}
