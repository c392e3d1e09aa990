package dev.accord.broker.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.pacticipant.Pacticipant;
import dev.accord.broker.pacticipant.Pacticipants;
import dev.accord.broker.platform.Time;
import dev.accord.broker.problem.ProblemException;
import dev.accord.broker.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Creates, changes and deletes webhooks. */
@ApplicationScoped
class WebhookService {

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9_\\-]{16,}");

    private final WebhookRepository repository;
    private final Pacticipants pacticipants;
    private final Whitelist whitelist;
    private final Time time;

    WebhookService(WebhookRepository repository, Pacticipants pacticipants, Whitelist whitelist, Time time) {
        this.repository = repository;
        this.pacticipants = pacticipants;
        this.whitelist = whitelist;
        this.time = time;
    }

    /** Checks a body as it would be checked before it is stored. */
    @Transactional
    WebhookBody check(ObjectNode body) {
        return WebhookBody.of(body, whitelist, this::known, new Problems());
    }

    /** Creates a webhook and gives its identifier. */
    @Transactional
    String create(ObjectNode body) {
        WebhookEntity entity = new WebhookEntity(time.newId().toString(), time.now());
        write(entity, check(body));
        repository.persistAndFlush(entity);
        return entity.uuid;
    }

    /**
     * Writes a webhook under an identifier, chosen by the client where it is new; secrets that only come back as stars
     * stay as they are. Tells whether the webhook is new.
     */
    @Transactional
    boolean put(String uuid, ObjectNode body) {
        Optional<WebhookEntity> existing = repository.find(uuid);
        Problems problems = new Problems();
        if (existing.isEmpty() && !IDENTIFIER.matcher(uuid).matches()) {
            problems.add("uuid", "can only contain A-Z, a-z, 0-9, _ and -, and must be 16 or more characters");
        }
        WebhookBody checked = WebhookBody.of(body, whitelist, this::known, problems);
        if (existing.isPresent()) {
            WebhookEntity entity = existing.get();
            WebhookRequest before = entity.request();
            write(entity, checked);
            entity.request(checked.request().keepingSecretsOf(before));
            entity.updatedAt = time.now();
            repository.flush();
            return false;
        }
        WebhookEntity entity = new WebhookEntity(uuid, time.now());
        write(entity, checked);
        try {
            repository.persistAndFlush(entity);
        } catch (ConstraintViolationException e) {
            if ("webhook_uq_workspace_uuid".equals(e.getConstraintName())) {
                throw ProblemException.message(409, "Another request has just created a webhook with this identifier");
            }
            throw e;
        }
        return true;
    }

    /** Deletes a webhook; refuses with 404 when there is none. */
    @Transactional
    void delete(String uuid) {
        repository.delete(repository.find(uuid).orElseThrow(ProblemException::notFound));
    }

    private boolean known(String name) {
        return pacticipants.find(name).isPresent();
    }

    private void write(WebhookEntity entity, WebhookBody body) {
        entity.description = body.description();
        entity.consumerId = id(body.consumer());
        entity.consumerLabel = body.consumer().label();
        entity.providerId = id(body.provider());
        entity.providerLabel = body.provider().label();
        entity.enabled = body.enabled();
        entity.events = body.events().toArray(new String[0]);
        entity.request(body.request());
    }

    private @Nullable Long id(Webhook.Side side) {
        String name = side.name();
        return name == null
                ? null
                : pacticipants.find(name).map(Pacticipant::id).orElse(null);
    }
}
