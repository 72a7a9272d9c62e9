package org.officeos.handheld.client;

import org.officeos.handheld.picture.PictureHeader;

/**
 * A picture that came whole and whose structure was checked.
 *
 * @param bytes a PNG or JPEG file
 * @param header what the bytes themselves say
 * @param report what it cost
 */
public record Picture(byte[] bytes, PictureHeader header, Report report) {}
