package org.officeos.laptop.budget;

/**
 * What is left of a limit.
 *
 * @param minute requests left in the current minute
 * @param concurrent requests that may still be opened at once
 */
public record Remaining(long minute, int concurrent) {}
