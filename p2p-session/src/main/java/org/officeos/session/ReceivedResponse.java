package org.officeos.session;

import org.officeos.session.bytecode.Response;

/**
 * A final response whose signature was verified.
 *
 * @param response result code and metadata
 * @param body the decoded body, empty where the listener consumed it
 * @param encodedBytes body bytes as they travelled, after compression
 * @param compressed whether the body travelled as zstd
 */
public record ReceivedResponse(
    Response response, byte[] body, long encodedBytes, boolean compressed) {}
