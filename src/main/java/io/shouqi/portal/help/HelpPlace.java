package io.shouqi.portal.help;

import io.shouqi.identity.Actor;
import io.shouqi.identity.Role;
import java.util.List;
import java.util.function.Predicate;

/**
 * Where in the manual a page is explained.
 *
 * @param page a path; with /* at its end, what lies below it alone
 * @param place chapter, and section where one fits
 */
record HelpPlace(String page, String place, Predicate<Actor> reader) {

    private static final HelpPlace ELSEWHERE = at("", "getting-started");

    /** The first that fits the page and the person counts. */
    static final List<HelpPlace> ALL = List.of(
            new HelpPlace("/tasks", "manager#审批打折", HelpPlace::decides),
            at("/tasks", "tasks"),
            at("/contracts/new", "clerk#录一份合同"),
            at("/contracts/*", "clerk#看一份合同"),
            at("/contracts", "clerk#找合同"),
            at("/receivables", "lists"),
            at("/rules/*", "rules#从草稿到生效"),
            at("/rules", "rules"),
            at("/monitor/incidents", "monitor#出错了"),
            at("/monitor/retries", "monitor#出错了"),
            at("/monitor/cases", "monitor#看一单走到哪了"),
            at("/monitor/jobs", "monitor#排队的"),
            at("/monitor", "monitor"),
            at("/processes/*", "processes#从草稿到生效"),
            at("/processes", "processes"),
            at("/cashier", "cashier"),
            at("/receipts/*", "cashier#录错了：撤销"),
            at("/receipts", "cashier#收款记录"),
            at("/admin/units", "administrator#组织"),
            at("/admin/people/import", "administrator#从文件导入"),
            at("/admin/people", "administrator#人员"),
            at("/admin/keys", "administrator#API-密钥"),
            at("/admin/merchants", "administrator#商户号"),
            at("/admin", "administrator"),
            at("/audit/verify", "auditor#核验有没有人动过"),
            at("/audit", "auditor#查谁做了什么"),
            at("/account/factor", "account#第二道验证"),
            at("/account", "account"),
            at("/notices", "getting-started#通知"),
            ELSEWHERE);

    private static HelpPlace at(String page, String place) {
        return new HelpPlace(page, place, actor -> true);
    }

    static HelpPlace of(String path, Actor actor) {
        return ALL.stream()
                .filter(place -> place.explains(path) && place.reader.test(actor))
                .findFirst()
                .orElse(ELSEWHERE);
    }

    String address() {
        return Manual.PATH + "/" + place;
    }

    private boolean explains(String path) {
        return page.endsWith("/*")
                ? path.startsWith(page.substring(0, page.length() - 1))
                : path.equals(page) || path.startsWith(page + "/");
    }

    private static boolean decides(Actor actor) {
        return actor.is(Role.STORE_MANAGER) || actor.is(Role.AREA_MANAGER) || actor.is(Role.DIRECTOR);
    }
}
