package dev.accord.contracts.diff;

import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What a comparison takes for granted.
 *
 * @param today the day against which sunset dates are held
 * @param minSunsetDaysStable days that must lie between a deprecation and its sunset for what is stable; 0 asks for no
 *     sunset at all
 * @param minSunsetDaysBeta the same for what is beta
 * @param maxChanges how many changes are listed at most; then a change of the rule {@code changes-truncated} ends the
 *     list
 */
public record DiffPolicy(LocalDate today, int minSunsetDaysStable, int minSunsetDaysBeta, int maxChanges) {

    /** The number of changes listed unless something else is said. */
    public static final int DEFAULT_MAX_CHANGES = 200_000;

    /** No sunset is asked for; today is today in UTC. */
    public static DiffPolicy standard() {
        return new DiffPolicy(LocalDate.now(ZoneOffset.UTC), 0, 0, DEFAULT_MAX_CHANGES);
    }

    int deprecationDays(Stability stability) {
        return switch (stability) {
            case DRAFT, ALPHA -> 0;
            case BETA -> minSunsetDaysBeta;
            case STABLE -> minSunsetDaysStable;
        };
    }
}
