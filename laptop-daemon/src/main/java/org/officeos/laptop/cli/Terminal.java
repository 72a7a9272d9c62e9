package org.officeos.laptop.cli;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a command has around it. Everything that it reads or writes goes through here, so that tests
 * can be the person.
 *
 * @param in what is typed or piped in
 * @param out results
 * @param err complaints and questions
 * @param interactive whether a person looks at {@code out} now
 * @param environment of the process
 * @param clock wall time
 * @param onTermination takes what must be done when the process is asked to end
 */
record Terminal(
    BufferedReader in,
    PrintWriter out,
    PrintWriter err,
    boolean interactive,
    Map<String, String> environment,
    InstantSource clock,
    Consumer<Runnable> onTermination) {}
