package org.officeos.handheld.client;

/**
 * What this relationship may do, as the laptop says.
 *
 * @param json the laptop's words, which should be JSON; unchecked
 * @param laptopTime seconds since 1970 by the laptop's clock
 * @param report what it cost
 */
public record LaptopStatus(String json, long laptopTime, Report report) {}
