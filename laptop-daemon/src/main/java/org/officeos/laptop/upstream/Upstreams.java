package org.officeos.laptop.upstream;

/**
 * Makes the translators. Each speaks to one service through the shared client; several may speak to
 * the same. Configuration that cannot work, such as a key with a line break, is an {@link
 * IllegalArgumentException} here rather than a fault later.
 */
public final class Upstreams {

  private final UpstreamClient client;

  /** Translators that end when {@code client} is closed. */
  public Upstreams(UpstreamClient client) {
    this.client = client;
  }

  /** Stable Diffusion WebUI (AUTOMATIC1111, Forge, started with {@code --api}). */
  public ImageService webUi(UpstreamSettings settings) {
    return webUi(settings, WebUiTuning.standard());
  }

  /**
   * The same, tuned. Where several translators speak to one WebUI, they share one queue, whose
   * depth the first decides.
   */
  public ImageService webUi(UpstreamSettings settings, WebUiTuning tuning) {
    return new WebUiImages(client, settings, tuning);
  }

  /** A service with {@code POST /v1/images/generations}. */
  public ImageService openAiImages(UpstreamSettings settings) {
    return new OpenAiImages(client, settings);
  }

  /** A service with {@code POST /v1/completions} and {@code POST /v1/chat/completions}. */
  public TextService openAiText(UpstreamSettings settings) {
    return new OpenAiText(client, settings);
  }
}
