package io.shouqi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    @Test
    void modules_know_each_other_only_as_allowed() {
        ApplicationModules.of(ShouqiApplication.class).verify();
    }

    @Test
    void only_workflow_knows_the_process_engine() {
        var product = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.shouqi");

        noClasses()
                .that()
                .resideOutsideOfPackage("io.shouqi.workflow..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .check(product);
    }
}
