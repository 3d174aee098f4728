package io.shouqi.workflow;

import io.shouqi.identity.Actor;
import io.shouqi.identity.Organisation;
import io.shouqi.identity.Role;
import io.shouqi.identity.Store;
import io.shouqi.identity.Users;
import java.util.Set;

/** Two companies with a few people each; repeating the setting up changes nothing. */
record People(Users users) {

    static final String COMPANY = "YIJU";
    static final String STORE = "BJ001";
    static final String OTHER_STORE = "BJ002";
    static final String OTHER_COMPANY = "ANJIA";

    static People settle(Organisation organisation, Users users) {
        for (var company : new String[] {COMPANY, OTHER_COMPANY}) {
            organisation.company(company, company, "GENERAL");
            organisation.area(company, "BJ", "北京");
            for (var store : new String[] {STORE, OTHER_STORE}) {
                organisation.store(new Store(company, store, store, "BJ", "北京", "010-60000000", "朝阳区"), "BJ");
            }
        }
        hire(organisation, COMPANY, STORE, "wang", "王店员", Role.CLERK);
        hire(organisation, COMPANY, STORE, "zhao", "赵店员", Role.CLERK);
        hire(organisation, COMPANY, STORE, "li", "李店长", Role.STORE_MANAGER);
        hire(organisation, COMPANY, "BJ", "qian", "钱区经", Role.AREA_MANAGER);
        hire(organisation, COMPANY, COMPANY, "sun", "孙会计", Role.FINANCE);
        hire(organisation, COMPANY, COMPANY, "shen", "沈分析员", Role.ANALYST);
        hire(organisation, COMPANY, COMPANY, "han", "韩总监", Role.DIRECTOR);
        hire(organisation, COMPANY, STORE, "yang", "杨分析员", Role.ANALYST);
        hire(organisation, COMPANY, OTHER_STORE, "zhou", "周店员", Role.CLERK);
        hire(organisation, OTHER_COMPANY, OTHER_COMPANY, "wu", "吴店员", Role.CLERK);
        return new People(users);
    }

    private static void hire(
            Organisation organisation, String company, String unit, String username, String name, Role role) {
        var id = organisation.user(company, unit, username, name, "demo", Set.of(role));
        organisation.apiKey(username, username + "-key", id);
    }

    Actor named(String username) {
        return users.byUsername(username).orElseThrow();
    }
}
