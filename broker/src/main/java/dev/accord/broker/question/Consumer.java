package dev.accord.broker.question;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accord.broker.platform.Json;
import java.util.Set;

/**
 * A consumer version that counts: it is deployed or released somewhere, is the head of its main branch, or has the
 * consumer's newest pact.
 *
 * @param environments  names of the environments where it is, sorted
 * @param mainBranch    whether it is the head of its main branch
 * @param pactVersionId key of its pact content with the provider
 */
record Consumer(String name, String version, long pactVersionId, Set<String> environments, boolean mainBranch) {

    ObjectNode toJson() {
        ObjectNode json = Json.object().put("consumer", name).put("version", version);
        environments.stream().sorted().forEach(json.putArray("environments")::add);
        return json.put("mainBranch", mainBranch);
    }
}
