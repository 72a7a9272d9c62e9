package org.officeos.hal.netlink;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.officeos.hal.netlink.FilterChain.Family;
import org.officeos.hal.netlink.FilterStep.Compare;
import org.officeos.hal.netlink.FilterStep.Counter;
import org.officeos.hal.netlink.FilterStep.Load;
import org.officeos.hal.netlink.FilterStep.Lookup;
import org.officeos.hal.netlink.FilterStep.Mask;
import org.officeos.hal.netlink.FilterStep.Outcome;
import org.officeos.hal.netlink.FilterStep.Reject;
import org.officeos.hal.netlink.FilterStep.Source;
import org.officeos.hal.netlink.FilterStep.Verdict;

/**
 * What Linux 6.18 said of the handheld's rules with one way open, and of a table of many kinds of
 * rule beside them, as {@code nft} 1.0.6 had loaded them. Each line of a file is one message in
 * hexadecimal.
 */
class FilterSamplesTest {

  private static final Verdict ACCEPT = new Verdict(Outcome.ACCEPT, Optional.empty());

  @Test
  void readsTheChainsThatPacketsComeTo() throws Exception {
    assertEquals(
        List.of(
            "INET prerouting PREROUTING drops",
            "INET input INPUT drops",
            "INET forward FORWARD drops",
            "INET output OUTPUT drops",
            "NETDEV frames EGRESS drops [p2p-wlan0-0]",
            "INET out OUTPUT"),
        FilterChains.read(messages("chains")).stream()
            .map(
                each ->
                    each.family()
                        + " "
                        + each.name()
                        + " "
                        + each.hook()
                        + (each.drops() ? " drops" : "")
                        + (each.devices().isEmpty() ? "" : " " + each.devices()))
            .toList());
  }

  @Test
  void readsTheWayOutAndWhatIsRefusedBesideIt() throws Exception {
    List<FilterRule> output = rules("officeos_airgap", "output");
    assertEquals(
        List.of(new Load(Source.OUT_INDEX, 0), new Compare(0, true, "01000000"), ACCEPT),
        output.get(0).steps());
    assertEquals(
        List.of(
            new Load(Source.STATE, 0),
            new Mask(0, 0, "0a000000"),
            new Compare(0, false, "00000000"),
            new Load(Source.FAMILY, 0),
            new Compare(0, true, "02"),
            new Load(Source.PROTOCOL, 0),
            new Compare(0, true, "06"),
            new Load(Source.OUT_INDEX, 0),
            new Load(Source.TO_ADDRESS, 1),
            new Load(Source.TO_PORT, 2),
            new Lookup("ways", 0, false),
            ACCEPT),
        output.get(1).steps());
    assertEquals(List.of(new Counter(0, 0), new Reject()), output.get(2).steps());
    assertEquals(3, output.size());
    assertTrue(output.get(0).handle() > 0 && output.get(0).handle() < output.get(1).handle());
  }

  @Test
  void readsTypesThatStandInFrames() throws Exception {
    assertEquals(
        List.of(new Load(Source.WRITTEN_TYPE, 0), new Compare(0, true, "0806"), ACCEPT),
        rules("officeos_airgap", "frames").get(0).steps());
  }

  @Test
  void readsSetsAndWhatTheyHold() throws Exception {
    List<FilterSet> sets = FilterSets.read(messages("sets"));
    FilterSet ways = named(sets, "ways");
    assertEquals(new FilterSet(Family.INET, "officeos_airgap", "ways", 12, true, List.of()), ways);
    assertEquals(List.of("03000000c0a83101b7fc0000"), FilterSets.keys(messages("ways")));
    assertTrue(named(sets, "__set0").exact());
    assertEquals(
        List.of("0050", "01bb"), FilterSets.keys(messages("ports")).stream().sorted().toList());
    assertTrue(!named(sets, "range").exact() && !named(sets, "__map0").exact());
  }

  private static FilterSet named(List<FilterSet> sets, String name) {
    return sets.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void namesWhatItDoesNotRead() throws Exception {
    String told =
        rules("widened", "out").stream()
            .map(each -> each.steps().toString())
            .collect(Collectors.joining("\n"));
    for (String word :
        List.of("Unknown[what=comparison by size]", "Unknown[what=limit]", "Unknown[what=map ")) {
      assertTrue(told.contains(word), told);
    }
    assertTrue(told.contains(new Load(Source.OUT_NAME, 0).toString()), told);
    assertTrue(told.contains(new Verdict(Outcome.GOTO, Optional.of("more")).toString()), told);
    assertTrue(told.contains(new Verdict(Outcome.JUMP, Optional.of("more")).toString()), told);
    assertEquals(
        List.of(new Verdict(Outcome.RETURN, Optional.empty())),
        rules("widened", "more").get(1).steps());
  }

  @Test
  void asksForOneSetByItsTableAndName() throws Exception {
    FilterSet ways = named(FilterSets.read(messages("sets")), "ways");
    NetlinkMessage request = FilterSets.request(ways, 7);
    assertEquals(0xa0d, request.type());
    Attributes asked = Attributes.parse(request.payload(), 4, request.payload().length);
    assertEquals("officeos_airgap", asked.get(1).text(255));
    assertEquals("ways", asked.get(2).text(255));
    assertEquals(1, request.payload()[0]);
    assertTrue(
        !FilterSets.canBeAsked(new FilterSet(Family.INET, "t", "odd\\x07", 4, true, List.of())));
  }

  @Test
  void whatIsCutOffOrFlippedIsReadOrRejectedByName() throws Exception {
    List<NetlinkMessage> all = new ArrayList<>();
    for (String file : List.of("chains", "rules", "sets", "ways", "ports")) {
      all.addAll(messages(file));
    }
    for (NetlinkMessage message : all) {
      byte[] whole = message.payload();
      for (int length = 0; length < whole.length; length++) {
        readOrRejected(message.type(), Arrays.copyOf(whole, length));
      }
    }
    Random random = new Random(5);
    for (int round = 0; round < 20_000; round++) {
      NetlinkMessage message = all.get(random.nextInt(all.size()));
      byte[] bytes = message.payload();
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      readOrRejected(message.type(), bytes);
    }
  }

  /** Reads by one codec. */
  private interface Reader {
    List<?> read(List<NetlinkMessage> parts) throws FormatException;
  }

  private static void readOrRejected(int type, byte[] payload) {
    List<NetlinkMessage> one = List.of(new NetlinkMessage(type, 0, 0, 0, payload));
    List<Reader> readers =
        List.of(FilterChains::read, FilterRules::read, FilterSets::read, FilterSets::keys);
    for (Reader reader : readers) {
      try {
        assertTrue(reader.read(one).size() <= Attributes.MAX);
      } catch (FormatException e) {
        assertTrue(e.offset() <= payload.length, e.getMessage());
      }
    }
  }

  private static List<FilterRule> rules(String table, String chain) throws Exception {
    return FilterRules.read(messages("rules")).stream()
        .filter(each -> each.table().equals(table) && each.chain().equals(chain))
        .toList();
  }

  private static List<NetlinkMessage> messages(String file) throws IOException, FormatException {
    List<NetlinkMessage> messages = new ArrayList<>();
    String name = "linux-6.18-nftables/" + file + ".hex";
    try (InputStream in =
        Objects.requireNonNull(FilterSamplesTest.class.getResourceAsStream(name), name)) {
      for (String line : new String(in.readAllBytes(), US_ASCII).lines().toList()) {
        messages.addAll(NetlinkMessage.split(HexFormat.of().parseHex(line)));
      }
    }
    return messages;
  }
}
