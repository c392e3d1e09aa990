@org.jspecify.annotations.NullMarked
package dev.accord.consumer;
