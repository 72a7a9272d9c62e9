package org.officeos.laptop.standin;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * What the stand-in painter understands of a prompt: a light, a land, and who is there. Pure; words
 * it does not know leave their trace in the seed only.
 *
 * @param light over everything
 * @param lands from the farthest to the nearest
 * @param subjects in front, at most three are drawn
 */
record Scene(Light light, Set<Land> lands, Set<Subject> subjects) {

  /** What the sky is like. */
  enum Light {
    DAY,
    SUNSET,
    NIGHT,
    SPACE
  }

  /** What lies under it, in the order of drawing. */
  enum Land {
    MOUNTAINS,
    CITY,
    SEA,
    DESERT,
    MEADOW,
    FOREST,
    MOON_GROUND
  }

  /** Who or what stands in front. */
  enum Subject {
    ROCKET,
    CASTLE,
    HOUSE,
    BOAT,
    TREE,
    ROBOT,
    CAT,
    FOX,
    DOG
  }

  private static final Map<String, Object> WORDS = words();

  Scene {
    lands = Set.copyOf(lands);
    subjects = Set.copyOf(subjects);
  }

  /** The scene of a prompt; where it says nothing, chance decides. */
  static Scene of(String prompt, RandomGenerator chance) {
    Light light = null;
    EnumSet<Land> lands = EnumSet.noneOf(Land.class);
    EnumSet<Subject> subjects = EnumSet.noneOf(Subject.class);
    for (String word : prompt.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)) {
      Object meaning = meaning(word);
      if (meaning instanceof Light said) {
        light = said;
      } else if (meaning instanceof Land said) {
        lands.add(said);
      } else if (meaning instanceof Subject said) {
        subjects.add(said);
      }
    }
    if (light == null) {
      light = Light.values()[chance.nextInt(3)];
    }
    if (lands.isEmpty()) {
      lands.add(light == Light.SPACE ? Land.MOON_GROUND : usual(subjects, chance));
    }
    return new Scene(light, lands, subjects);
  }

  /** Whether an animal in this scene is one of metal. */
  boolean robotic() {
    return subjects.contains(Subject.ROBOT)
        && (subjects.contains(Subject.CAT)
            || subjects.contains(Subject.FOX)
            || subjects.contains(Subject.DOG));
  }

  private static Land usual(Set<Subject> subjects, RandomGenerator chance) {
    if (subjects.contains(Subject.BOAT)) {
      return Land.SEA;
    }
    Land[] usual = {Land.MOUNTAINS, Land.MEADOW, Land.FOREST, Land.MEADOW};
    return usual[chance.nextInt(usual.length)];
  }

  private static Object meaning(String word) {
    Object exact = WORDS.get(word);
    if (exact == null && word.endsWith("s")) {
      exact = WORDS.get(word.substring(0, word.length() - 1));
    }
    return exact == null ? word : exact;
  }

  private static Map<String, Object> words() {
    Map<String, Object> words = new HashMap<>();
    put(words, Light.DAY, "day", "morning", "sunny", "noon", "summer");
    put(words, Light.SUNSET, "sunset", "dusk", "dawn", "sunrise", "evening", "golden");
    put(words, Light.NIGHT, "night", "moonlight", "midnight", "dark", "star", "moonlit");
    put(words, Light.SPACE, "space", "galaxy", "cosmos", "planet", "nebula", "orbit", "universe");
    put(words, Land.MOUNTAINS, "mountain", "hill", "alp", "peak", "cliff", "snow");
    put(words, Land.SEA, "sea", "ocean", "lake", "beach", "water", "river", "coast", "wave");
    put(words, Land.FOREST, "forest", "wood", "jungle", "pine");
    put(words, Land.CITY, "city", "town", "skyline", "street", "cyberpunk", "tokyo", "building");
    put(words, Land.MEADOW, "meadow", "field", "garden", "grass", "flower", "park", "farm");
    put(words, Land.DESERT, "desert", "dune", "sand", "mars");
    put(words, Land.MOON_GROUND, "moon", "lunar", "asteroid", "crater");
    put(words, Subject.CAT, "cat", "kitten", "kitty");
    put(words, Subject.FOX, "fox", "vixen");
    put(words, Subject.DOG, "dog", "puppy", "wolf");
    put(words, Subject.ROBOT, "robot", "android", "cyborg", "mech", "robotic");
    put(words, Subject.BOAT, "boat", "ship", "sail", "yacht", "sailboat");
    put(words, Subject.ROCKET, "rocket", "spaceship", "spacecraft", "shuttle");
    put(words, Subject.HOUSE, "house", "cabin", "cottage", "hut", "home");
    put(words, Subject.CASTLE, "castle", "fortress", "palace", "tower");
    put(words, Subject.TREE, "tree", "oak", "apple");
    return Map.copyOf(words);
  }

  private static void put(Map<String, Object> words, Object meaning, String... all) {
    for (String word : all) {
      words.put(word, meaning);
    }
  }
}
