/**
 * The command line, {@code accord VERB …}. Commands read files and options and call the libraries; what is worked out is
 * put into a {@link dev.accord.verifier.cli.Report}, which each format words in its own way. Verbs, options and {@linkplain
 * dev.accord.verifier.cli.ExitCode exit codes} are promised; the classes are not.
 */
@NullMarked
package dev.accord.verifier.cli;

import org.jspecify.annotations.NullMarked;
