package io.shouqi.identity;

import java.util.Set;
import java.util.UUID;

/** People of two companies, hired where a test needs them. */
final class Staff {

    static final String COMPANY = "ID";
    static final String STORE = "ID01";
    static final String OTHER_STORE = "ID02";
    static final String AREA = "IDA";
    static final String OTHER_COMPANY = "IE";
    static final String PASSWORD = "mountain river tea";

    private final Organisation organisation;

    Staff(Organisation organisation) {
        this.organisation = organisation;
        organisation.company(COMPANY, "账号测试公司", "GENERAL");
        organisation.area(COMPANY, AREA, "东区");
        organisation.store(new Store(COMPANY, STORE, "望京店", "东区", "北京", "010-1", "望京街 1 号"), AREA);
        organisation.store(new Store(COMPANY, OTHER_STORE, "中关村店", "东区", "北京", "010-2", "中关村 1 号"), AREA);
        organisation.company(OTHER_COMPANY, "别的公司", "GENERAL");
    }

    UUID hire(String username, String unit, Role... roles) {
        return organisation.user(COMPANY, unit, username, username + " 姓名", PASSWORD, Set.of(roles));
    }

    UUID hireElsewhere(String username) {
        return organisation.user(OTHER_COMPANY, OTHER_COMPANY, username, username, PASSWORD, Set.of(Role.CLERK));
    }
}
