package org.officeos.session.crypto;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * The public test vectors, read from the directory that {@code -Dvectors.dir} names. Without them
 * the group is skipped, by a reason that says where they come from.
 */
public final class VectorFiles {

  private static final String WYCHEPROOF =
      "github.com/C2SP/wycheproof, testvectors_v1/ (file name after the wycheproof_ here)";
  private static final String CACOPHONY =
      "github.com/haskell-cryptography/cacophony, vectors/cacophony.txt, of it the"
          + " 25519_ChaChaPoly_SHA256 patterns KK, IK, XX, XXpsk3, KKpsk0, KKpsk2";

  private VectorFiles() {}

  /** One case of a Wycheproof file with the group that it stands in. */
  public record Case(JsonNode group, JsonNode test) {

    /** A hexadecimal field of the case, as bytes. */
    public byte[] bytes(String field) {
      return hex(test, field);
    }

    /** The verdict: valid, invalid or acceptable. */
    public String result() {
      return test.get("result").asText();
    }

    @Override
    public String toString() {
      return "tcId " + test.get("tcId") + " (" + test.get("comment").asText() + ")";
    }
  }

  /** All cases of one Wycheproof file. */
  public static List<Case> wycheproof(String name) throws IOException {
    JsonNode root = read("wycheproof_" + name + "_test.json", WYCHEPROOF);
    List<Case> cases = new ArrayList<>();
    for (JsonNode group : root.get("testGroups")) {
      for (JsonNode test : group.get("tests")) {
        cases.add(new Case(group, test));
      }
    }
    if (cases.size() != root.get("numberOfTests").asInt()) {
      throw new IOException(name + " does not hold as many cases as it says");
    }
    return cases;
  }

  /** All Noise vectors of our suite. */
  public static List<JsonNode> noise() throws IOException {
    JsonNode root = read("noise_cacophony_25519_chachapoly_sha256.json", CACOPHONY);
    List<JsonNode> vectors = new ArrayList<>();
    root.get("vectors").forEach(vectors::add);
    return vectors;
  }

  /** A hexadecimal field, as bytes; no bytes where it is missing. */
  public static byte[] hex(JsonNode node, String field) {
    return HexFormat.of().parseHex(node.path(field).asText(""));
  }

  /** Writes the line that counts a group. */
  public static void printCount(String group, int passed, int all) {
    PrintStream out = System.out;
    out.println("vectors: " + group + " " + passed + " of " + all);
  }

  private static JsonNode read(String file, String origin) throws IOException {
    String directory = System.getProperty("vectors.dir", "");
    Path path = Path.of(directory, file);
    Assumptions.assumeTrue(
        !directory.isEmpty() && Files.isRegularFile(path),
        () -> "no vectors: -Dvectors.dir must name a directory with " + file + ", from " + origin);
    return new ObjectMapper().readTree(path.toFile());
  }
}
