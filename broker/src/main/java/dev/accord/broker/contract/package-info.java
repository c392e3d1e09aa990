/**
 * Contracts between a consumer and a provider: publishing pacts, telling whether two contents are the same, and giving
 * pacts out again.
 *
 * <p>A <em>pact version</em> is a distinct content between one consumer and one provider, known by its SHA-1; a
 * <em>pact publication</em> says that a consumer version published it. Contents are stored once, as the text in which
 * they are given out; reading never parses them. Publishing only inserts: parallel publications of one version, of one
 * content or of one new pacticipant end with the same rows as if they had come one after the other.
 *
 * <p>Tables: {@code pact_version}, {@code pact_content}, {@code pact_publication}, {@code integration}. Others learn of
 * publications by the events {@link dev.accord.broker.contract.ContentPublished} and
 * {@link dev.accord.broker.contract.ContractPublished}, both fired inside the writing transaction.
 */
@NullMarked
package dev.accord.broker.contract;

import org.jspecify.annotations.NullMarked;
