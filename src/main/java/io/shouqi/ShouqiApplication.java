package io.shouqi;

import io.shouqi.audit.AuditCommand;
import io.shouqi.identity.AccountCommand;
import io.shouqi.vault.KeyCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Money of real-estate brokerage stores, from the signed contract to the closed day. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
@Modulithic(sharedModules = "shared")
public class ShouqiApplication {

    public static void main(String[] args) throws InterruptedException {
        if (KeyCommand.isMeant(args)) {
            System.exit(KeyCommand.exitCode(args));
        }
        if (AuditCommand.isMeant(args)) {
            System.exit(AuditCommand.exitCode(args));
        }
        if (AccountCommand.isMeant(args)) {
            System.exit(AccountCommand.exitCode(args));
        }
        SpringApplication.run(ShouqiApplication.class, args);
    }
}
