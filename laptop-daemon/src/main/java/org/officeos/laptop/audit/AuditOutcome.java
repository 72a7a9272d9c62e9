package org.officeos.laptop.audit;

import org.officeos.session.bytecode.ResultCode;

/**
 * How a request ended.
 *
 * @param result as the device was told; {@code CANCELLED} and the like where nobody listened
 * @param answerBytes length of the answer before compression
 * @param times where the time went
 */
public record AuditOutcome(ResultCode result, long answerBytes, AuditTimes times) {}
