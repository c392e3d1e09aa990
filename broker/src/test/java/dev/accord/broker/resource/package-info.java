/** What the resources of pacticipants, versions, environments, webhooks and integrations promise over HTTP. */
@NullMarked
package dev.accord.broker.resource;

import org.jspecify.annotations.NullMarked;
