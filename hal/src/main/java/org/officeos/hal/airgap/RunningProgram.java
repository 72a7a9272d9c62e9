package org.officeos.hal.airgap;

/**
 * A program that runs.
 *
 * @param pid its process
 * @param name as the kernel calls it, at most 15 characters
 */
public record RunningProgram(int pid, String name) {}
