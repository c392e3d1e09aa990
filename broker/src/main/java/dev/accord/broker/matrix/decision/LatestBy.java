package dev.accord.broker.matrix.decision;

import java.util.List;
import java.util.Optional;

/** Of which rows only the one with the newest provider version is kept. */
public enum LatestBy {
    /** Of one consumer version and one provider version. */
    CVPV,
    /** Of one consumer version and one provider. */
    CVP,
    /** Of one consumer and one provider. */
    CP;

    /** The value of this name ({@code cvpv}, {@code cvp}, {@code cp}); empty for another. */
    public static Optional<LatestBy> named(String name) {
        return List.of(values()).stream()
                .filter(value -> value.name().toLowerCase(java.util.Locale.ROOT).equals(name))
                .findFirst();
    }

    Object group(Row row) {
        return switch (this) {
            case CVPV -> List.of(row.consumerId(), row.consumerVersion().id(), row.providerId(), row.providerOrder());
            case CVP -> List.of(row.consumerId(), row.consumerVersion().id(), row.providerId());
            case CP -> List.of(row.consumerId(), row.providerId());
        };
    }
}
