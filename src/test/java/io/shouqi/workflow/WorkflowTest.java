package io.shouqi.workflow;

import io.shouqi.AsSystem;
import io.shouqi.EveryRow;
import io.shouqi.FreshDatabase;
import io.shouqi.TestClock;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** The workflow module on its own: the business modules' steps and desks are played by a {@link Stage}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ApplicationModuleTest(
        module = "workflow",
        mode = BootstrapMode.ALL_DEPENDENCIES,
        extraIncludes = {"database", "vault"},
        webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@ContextConfiguration(initializers = FreshDatabase.class)
@Import({EveryRow.Wiring.class, TestClock.Wiring.class, Stage.Wiring.class})
@ExtendWith({AsSystem.class, TestClock.Rewind.class})
@interface WorkflowTest {}
