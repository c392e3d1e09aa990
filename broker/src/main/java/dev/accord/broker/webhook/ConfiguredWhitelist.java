package dev.accord.broker.webhook;

import dev.accord.broker.platform.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** Makes the whitelist that the settings describe. */
@Dependent
class ConfiguredWhitelist {

    @Produces
    @Singleton
    Whitelist whitelist(Settings settings) {
        return new Whitelist(
                Settings.words(settings.webhookHttpMethodWhitelist()),
                Settings.words(settings.webhookSchemeWhitelist()),
                settings.webhookHostWhitelist().map(Settings::words).orElse(List.of()));
    }
}
