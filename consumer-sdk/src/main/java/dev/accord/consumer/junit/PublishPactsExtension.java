package dev.accord.consumer.junit;

import au.com.dius.pact.core.support.BuiltToolConfig;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;
import org.junit.platform.commons.support.AnnotationSupport;

/** Notes what the annotated classes write and whether they failed, in a resource that JUnit closes after the last test. */
final class PublishPactsExtension implements BeforeAllCallback, AfterAllCallback, TestWatcher {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(PublishPactsExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        String folder = AnnotationSupport.findAnnotation(context.getRequiredTestClass(), PublishPacts.class)
                .map(PublishPacts::folder)
                .filter(name -> !name.isBlank())
                .orElseGet(BuiltToolConfig.INSTANCE::getPactDirectory);
        publishing(context).willPublish(Path.of(folder));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            publishing(context).noteFailure(context.getDisplayName());
        }
    }

    @Override
    public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
        publishing(context).noteFailure(context.getDisplayName());
    }

    /** One for the whole run: the root's store is closed after everything else. */
    private static PublishingAtTheEnd publishing(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(
                        PublishingAtTheEnd.class,
                        type -> new PublishingAtTheEnd(name -> parameter(context, name)),
                        PublishingAtTheEnd.class);
    }

    private static Optional<String> parameter(ExtensionContext context, String name) {
        return context.getConfigurationParameter(name).filter(value -> !value.isBlank());
    }
}
