package org.officeos.handheld.screen;

import org.officeos.handheld.picture.PictureException;
import org.officeos.handheld.picture.PictureHeader;

/** Decodes a picture to be shown. */
public interface PictureDecoder {

  /**
   * Decodes at full or reduced size.
   *
   * @param bytes the picture
   * @param header what {@link PictureHeader#read} said of these bytes
   * @param enough a width and height at which reducing may stop; memory used grows with its square
   * @throws PictureException {@code MALFORMED} where the pixels are damaged
   */
  Pixels decode(byte[] bytes, PictureHeader header, int enough) throws PictureException;
}
