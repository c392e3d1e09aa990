package dev.accord.contracts.compatibility;

import dev.accord.contracts.openapi.SchemaType;
import java.util.Collection;
import java.util.stream.Collectors;

/** Names kinds of values in sentences. */
final class KindNames {

    private KindNames() {}

    static String of(Collection<SchemaType> types) {
        return types.stream().map(SchemaType::keyword).collect(Collectors.joining(" or "));
    }
}
