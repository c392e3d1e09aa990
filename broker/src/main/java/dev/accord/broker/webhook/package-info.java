/**
 * Webhooks: calls to other systems, defined for a consumer, a provider, both, labels of them, or everything, and for
 * events. A definition is checked against whitelists of methods, schemes and hosts when it is written and again when it
 * is called; addresses of private networks are refused unless the host whitelist names them. Secrets are written but
 * never given out. Table: {@code webhook}.
 */
@NullMarked
package dev.accord.broker.webhook;

import org.jspecify.annotations.NullMarked;
