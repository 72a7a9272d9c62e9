package org.officeos.laptop.relay;

import java.util.Optional;
import org.officeos.laptop.upstream.ImageService;
import org.officeos.laptop.upstream.TextService;

/**
 * The services behind the relay.
 *
 * @param image draws, where one is configured
 * @param text writes, where one is configured
 * @param pictures looks at what was drawn
 */
public record RelayServices(
    Optional<ImageService> image, Optional<TextService> text, Pictures pictures) {}
