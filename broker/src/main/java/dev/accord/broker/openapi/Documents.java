package dev.accord.broker.openapi;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.accord.broker.platform.Database;
import dev.accord.broker.platform.Workspace;
import dev.accord.contracts.openapi.OpenApiDocument;
import dev.accord.contracts.openapi.OpenApiReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.atomic.LongAdder;

/** Stores OpenAPI documents once by content, and keeps the ones in use in memory as read. Thread-safe. */
@ApplicationScoped
public class Documents {

    /** Characters of document text whose models are kept in memory; a model takes some ten bytes for each. */
    private static final long KEPT_CHARACTERS = 48_000_000;

    private final Database database;
    private final LoadingCache<Long, Kept> kept;
    private final LongAdder demands = new LongAdder();

    Documents(Database database) {
        this.database = database;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(KEPT_CHARACTERS)
                .weigher((Long id, Kept document) -> document.characters)
                .build(this::load);
    }

    private record Kept(OpenApiDocument document, int characters) {}

    /** The model of a stored document; from memory, else one statement and one reading. */
    public OpenApiDocument read(long documentId) {
        demands.increment();
        return kept.get(documentId).document();
    }

    /** How often a model was asked for since the start: what is decided from stored results alone adds nothing. */
    public long demands() {
        return demands.sum();
    }

    /** The text of a stored document, exactly as published. One statement. */
    public String text(long documentId) {
        return database.one(
                "select content from openapi_document where id = ?", row -> row.text("content"), documentId);
    }

    /**
     * Stores a text unless it is there, in the caller's transaction.
     *
     * @return the document's id
     */
    long store(String text) {
        String hash = hash(text);
        return database.first("""
                        insert into openapi_document as d (workspace_id, hash, content)
                        select ?, ?, ?
                         where not exists (select 1 from openapi_document e where e.workspace_id = ? and e.hash = ?)
                        on conflict on constraint openapi_document_uq_workspace_hash do nothing
                        returning d.id""", row -> row.number("id"), Workspace.DEFAULT, hash, text, Workspace.DEFAULT, hash)
                .orElseGet(() -> database.one(
                        "select id from openapi_document where workspace_id = ? and hash = ?",
                        row -> row.number("id"),
                        Workspace.DEFAULT,
                        hash));
    }

    /** SHA-256 of the text's UTF-8 bytes, 64 lower-case hexadecimal digits. */
    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private Kept load(Long documentId) {
        String text = text(documentId);
        return new Kept(OpenApiReader.read(text), text.length());
    }
}
