package org.officeos.laptop.image;

/** A picture's format as its first bytes say, whatever anybody claims. */
public enum ImageFormat {
  /** Portable Network Graphics. */
  PNG("image/png"),
  /** JPEG, baseline or progressive. */
  JPEG("image/jpeg"),
  /** WebP: lossy, lossless or extended. */
  WEBP("image/webp"),
  /** GIF 87a or 89a. */
  GIF("image/gif");

  private final String mediaType;

  ImageFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** The format's media type. */
  public String mediaType() {
    return mediaType;
  }
}
