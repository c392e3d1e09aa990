/**
 * Pages for people, rendered on the server and served to browsers under the addresses of the API. Every text is escaped
 * where it is put into a page, no page holds scripts or styles of its own, and the content security policy forbids
 * them. A request is for the API whenever its {@code Accept} header says so or says nothing.
 */
@NullMarked
package dev.accord.broker.ui;

import org.jspecify.annotations.NullMarked;
