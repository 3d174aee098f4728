package io.shouqi.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.camunda.bpm.engine.RepositoryService;

/** What was deployed, as it came. */
final class DeployedFile {

    private DeployedFile() {}

    /** @param definition the engine's id of a version of a process */
    static byte[] ofProcess(RepositoryService engine, String definition) {
        return bytes(engine.getProcessModel(definition));
    }

    static byte[] of(RepositoryService engine, String deployment, String resource) {
        return bytes(engine.getResourceAsStream(deployment, resource));
    }

    private static byte[] bytes(InputStream file) {
        try (file) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
