/**
 * The packaged broker, as an operator starts it: a process of its own, with its own PostgreSQL, in a small heap. What is proven
 * here cannot be seen from inside: kills, floods, hostile input, stops.
 */
package dev.accord.broker.endtoend;
