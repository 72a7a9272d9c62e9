package org.officeos.session.bytecode;

import java.util.ArrayList;
import java.util.List;

/** A conversation's form: {@code role u8 | length varint | UTF-8}, repeated; the user last. */
final class Turns {

  private static final Turn.Speaker[] SPEAKERS = Turn.Speaker.values();

  private Turns() {}

  static List<Turn> read(Cursor in, int length) throws RejectedException {
    int end = in.offset() + length;
    int last = in.offset();
    List<Turn> turns = new ArrayList<>();
    while (in.offset() < end) {
      last = in.offset();
      turns.add(readOne(in, end));
    }
    if (turns.isEmpty() || turns.get(turns.size() - 1).speaker() != Turn.Speaker.USER) {
      throw new RejectedException(Rejection.BAD_TURNS, last);
    }
    return List.copyOf(turns);
  }

  private static Turn readOne(Cursor in, int end) throws RejectedException {
    int at = in.offset();
    int role = in.u8();
    for (Turn.Speaker speaker : SPEAKERS) {
      if (speaker.code() == role) {
        return new Turn(speaker, words(in, end));
      }
    }
    throw new RejectedException(Rejection.BAD_TURNS, at);
  }

  private static String words(Cursor in, int end) throws RejectedException {
    int at = in.offset();
    long length = in.varint(end);
    if (length < 0) {
      throw new RejectedException(Rejection.BAD_TURNS, end);
    }
    if (length == 0) {
      throw new RejectedException(Rejection.BAD_TURNS, at);
    }
    if (length > end - in.offset()) {
      throw new RejectedException(Rejection.LENGTH_BEYOND_END, at);
    }
    return in.text((int) length);
  }

  static long size(List<?> turns) {
    long size = 0;
    for (Object turn : turns) {
      long words = Utf8.size(((Turn) turn).text());
      size += 1 + Varint.size(words) + words;
    }
    return size;
  }

  static void write(Sink out, List<?> turns) {
    for (Object each : turns) {
      Turn turn = (Turn) each;
      out.u8(turn.speaker().code()).varint(Utf8.size(turn.text())).text(turn.text());
    }
  }
}
