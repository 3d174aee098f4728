package io.shouqi.demo;

import static io.shouqi.identity.Role.ADMINISTRATOR;
import static io.shouqi.identity.Role.AGENT;
import static io.shouqi.identity.Role.ANALYST;
import static io.shouqi.identity.Role.AREA_MANAGER;
import static io.shouqi.identity.Role.AUDITOR;
import static io.shouqi.identity.Role.CASHIER;
import static io.shouqi.identity.Role.CLERK;
import static io.shouqi.identity.Role.DIRECTOR;
import static io.shouqi.identity.Role.FINANCE;
import static io.shouqi.identity.Role.STORE_MANAGER;

import io.shouqi.identity.Organisation;
import io.shouqi.identity.Role;
import io.shouqi.identity.Store;
import io.shouqi.pricing.RuleTables;
import io.shouqi.sandbox.SandboxMerchants;
import io.shouqi.workflow.Deployments;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The organisation of the demonstration. Every password is {@value #PASSWORD}. */
@Component
@Profile("demo")
class DemoCompanies {

    static final String FIRST = "JR";
    static final String SECOND = "HA";
    static final String STORE = "BJ01";

    private static final String PASSWORD = "demo";

    private final Organisation organisation;
    private final RuleTables rules;
    private final Deployments deployments;
    private final SandboxMerchants merchants;

    DemoCompanies(Organisation organisation, RuleTables rules, Deployments deployments, SandboxMerchants merchants) {
        this.organisation = organisation;
        this.rules = rules;
        this.deployments = deployments;
        this.merchants = merchants;
    }

    /** @return whether the companies are new */
    @Transactional
    boolean open() {
        var isNew = organisation.isEmpty();
        if (isNew) {
            first();
            second();
        }
        // shipped processes that changed since the last start get a new version
        deployments.seed(FIRST);
        deployments.seed(SECOND);
        return isNew;
    }

    private void first() {
        organisation.company(FIRST, "京瑞房产", "GENERAL");
        organisation.area(FIRST, "BJ", "北京大区");
        organisation.area(FIRST, "SH", "上海大区");
        store(FIRST, "BJ", STORE, "望京店", "北京", "010-6470 0001", "北京市朝阳区望京西园四区 410 号楼底商");
        store(FIRST, "BJ", "BJ02", "中关村店", "北京", "010-6470 0002", "北京市海淀区中关村南大街 5 号");
        store(FIRST, "SH", "SH01", "陆家嘴店", "上海", "021-5840 0001", "上海市浦东新区世纪大道 100 号");
        user(FIRST, STORE, "clerk", "王店员", CLERK);
        user(FIRST, STORE, "cashier", "李收银", CASHIER);
        user(FIRST, STORE, "agent", "赵经纪", AGENT);
        user(FIRST, STORE, "agent2", "孙经纪", AGENT);
        user(FIRST, STORE, "manager", "陈店长", STORE_MANAGER);
        user(FIRST, "BJ", "area", "周经理", AREA_MANAGER);
        user(FIRST, FIRST, "director", "吴总监", DIRECTOR);
        user(FIRST, FIRST, "finance", "郑财务", FINANCE);
        user(FIRST, FIRST, "analyst", "冯分析", ANALYST);
        // who drafts does not publish
        user(FIRST, FIRST, "analyst2", "蒋分析", ANALYST);
        user(FIRST, FIRST, "auditor", "褚审计", AUDITOR);
        user(FIRST, FIRST, "admin", "卫管理", ADMINISTRATOR);
        var business = organisation.user(
                FIRST, FIRST, "business-system", "业务系统", PASSWORD, Set.of(CLERK, CASHIER, FINANCE, ANALYST));
        organisation.apiKey("业务系统", "demo-key", business);
        organisation.apiKey(
                "店长", "demo-manager-key", organisation.user(FIRST, STORE, "manager", "", PASSWORD, Set.of()));
        equip(FIRST, "京瑞房产");
    }

    private void second() {
        organisation.company(SECOND, "沪安居", "SMALL_SCALE");
        organisation.area(SECOND, "PX", "浦西片区");
        store(SECOND, "PX", "XH01", "徐汇店", "上海", "021-6400 0001", "上海市徐汇区衡山路 10 号");
        user(SECOND, "XH01", "clerk2", "蒋店员", CLERK, CASHIER);
        user(SECOND, "XH01", "manager2", "沈店长", STORE_MANAGER);
        user(SECOND, SECOND, "finance2", "韩财务", FINANCE);
        var business = organisation.user(
                SECOND, SECOND, "business-system2", "业务系统", PASSWORD, Set.of(CLERK, CASHIER, FINANCE));
        organisation.apiKey("业务系统", "demo-key-2", business);
        equip(SECOND, "沪安居");
    }

    private void equip(String company, String name) {
        rules.seed(company);
        merchants.openFor(company, name);
    }

    private void store(
            String company, String area, String code, String name, String city, String phone, String address) {
        organisation.store(new Store(company, code, name, area, city, phone, address), area);
    }

    private void user(String company, String unit, String username, String name, Role... roles) {
        organisation.user(company, unit, username, name, PASSWORD, Set.of(roles));
    }
}
