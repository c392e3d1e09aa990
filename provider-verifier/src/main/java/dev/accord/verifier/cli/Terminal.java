package dev.accord.verifier.cli;

import java.io.PrintWriter;
import java.util.Map;

/**
 * Where a command writes to and what it knows of its surroundings.
 *
 * @param out the results
 * @param err progress and failures
 * @param colours whether results may have colours
 * @param environment the environment variables
 */
record Terminal(PrintWriter out, PrintWriter err, boolean colours, Map<String, String> environment) {}
