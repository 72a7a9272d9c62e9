package org.officeos.laptop.image;

/**
 * What a file's structure says, before any limit is applied.
 *
 * @param width in pixels; 0 where the header says so
 * @param height in pixels; 0 where the header says so
 * @param animated whether there is, or is announced to be, more than one frame
 */
record Header(ImageFormat format, int width, int height, boolean animated) {}
