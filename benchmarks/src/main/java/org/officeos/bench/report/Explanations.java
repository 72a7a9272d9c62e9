package org.officeos.bench.report;

import org.officeos.bench.figure.Figure;

/** How each figure is measured, in a sentence or two. */
final class Explanations {

  private Explanations() {}

  static void append(StringBuilder page) {
    for (Figure figure : Figure.values()) {
      page.append("- **").append(figure.label()).append("**: ").append(of(figure)).append('\n');
    }
  }

  static String of(Figure figure) {
    return switch (figure) {
      case STREAM_VS_TLS ->
          "request and 8 MiB answer over one connection, incompressible, wholly delivered into an"
              + " array of its own; our megabytes a second over those of the JDK's TLS 1.3 with"
              + " TLS_CHACHA20_POLY1305_SHA256 on the same Netty.";
      case STREAM_VS_SSH ->
          "the same over the steady state of `ssh -c chacha20-poly1305@openssh.com` copying from"
              + " memory to nowhere with a server of its own on loopback: the time of a copy of 416"
              + " MiB less that of 32 MiB. The goal holds on JDK 25 and later, where the JDK's own"
              + " ChaCha20-Poly1305 is vectorised.";
      case AEAD_SHARE ->
          "the same over the bare AEAD of the provider in use: one thread that seals records of the"
              + " size that the path uses, and nothing else.";
      case INSTRUCTION_ADDED ->
          "median time of a 120-byte instruction with a 200-byte answer, less that of a plain TCP"
              + " echo of the same sizes on the same Netty, over the bare cost of two signatures,"
              + " two verifications and four AEAD calls. The three are taken in turn, one at a time."
              + " What is beyond 1 is mostly threads waking after they slept through the other"
              + " end's cryptography. Less is better.";
      case RECONNECT_VS_TLS ->
          "from the laptop's TCP accept until it has accepted the first instruction, over the same"
              + " with a full mutual TLS 1.3 handshake (Ed25519 certificates, no resumption) on the"
              + " same Netty. As in the product, our handheld prepares while the link is being"
              + " made: its tag counter is on the disk and its first message is ready before the"
              + " accept; what that takes stands below as a figure of its own. Less is better.";
      case WIRE_OVERHEAD ->
          "TCP payload of an instruction, counted by a proxy between the two ends, less the"
              + " instruction's own encoding: record, message id and 64-byte signature. The greatest"
              + " is judged.";
      case INSTRUCTION_SHORTEST ->
          "the shortest of the founding document's example instructions as it goes over the wire,"
              + " signature and record included.";
      case INSTRUCTION_LONGEST -> "the longest of them.";
      case HEAP_GROWTH ->
          "200 paired devices connected at once to a daemon in a JVM of its own, each sending a"
              + " small instruction a second. Growth of the daemon's heap after collection over the"
              + " window of two minutes, by the Theil-Sen slope, in per cent of its median: up to 2"
              + " counts as flat. In brackets the least and the greatest sample, in per cent off"
              + " the median.";
    };
  }
}
