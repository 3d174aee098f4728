package io.shouqi.sandbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Component;

class NobodyKnowsTheSandboxTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.shouqi");

    @Test
    void nothing_of_it_exists_unless_it_is_enabled() {
        classes()
                .that()
                .resideInAPackage("io.shouqi.sandbox")
                .and()
                .areMetaAnnotatedWith(Component.class)
                .should()
                .beAnnotatedWith(SandboxOnly.class)
                .check(PRODUCT);
    }

    @Test
    void only_the_demo_may_use_it() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.shouqi.sandbox", "io.shouqi.demo")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.shouqi.sandbox")
                .check(PRODUCT);
    }

    @Test
    void only_the_channel_and_the_sandbox_speak_to_the_channels_libraries() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.shouqi.channel", "io.shouqi.sandbox")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.wechat.pay..", "com.alipay..")
                .check(PRODUCT);
    }
}
