package io.shouqi.quality;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page somebody works on. Names in braces stand for a thing of the demonstration, see {@link DemoThings}.
 *
 * @param user who opens it; null for a customer, who has no login
 */
record Place(@Nullable String user, String path) {

    /** Every page of the product, by somebody who works with it. */
    static List<Place> all() {
        return List.of(
                new Place(null, "/login"),
                new Place(null, "/c/{asked}"),
                new Place(null, "/c/{paying}"),
                new Place(null, "/c/nothing-here"),
                new Place(null, "/prices/JR/BJ01"),
                new Place("clerk", "/"),
                new Place("manager", "/"),
                new Place("director", "/"),
                new Place("auditor", "/"),
                new Place("clerk", "/tasks"),
                new Place("clerk", "/tasks/{followUp}"),
                new Place("clerk", "/notices"),
                new Place("clerk", "/help/cashier"),
                new Place("manager", "/receivables"),
                new Place("finance", "/receipts"),
                new Place("finance", "/receipts/{receipt}"),
                new Place("clerk", "/contracts/new"),
                new Place("manager", "/tasks"),
                new Place("manager", "/tasks/{task}"),
                new Place("clerk", "/contracts"),
                new Place("clerk", "/contracts?q=nobody"),
                new Place("clerk", "/contracts/{collecting}"),
                new Place("clerk", "/contracts/{waiting}"),
                new Place("manager", "/contracts/{closed}"),
                new Place("clerk", "/contracts/none"),
                new Place("cashier", "/cashier"),
                new Place("cashier", "/cashier?contract={collecting}"),
                new Place("cashier", "/cashier/receipts/{receipt}"),
                new Place("cashier", "/receipts"),
                new Place("auditor", "/receipts?q=nobody"),
                new Place("manager", "/receipts/{receipt}"),
                new Place("clerk", "/account"),
                new Place("admin", "/admin/units"),
                new Place("admin", "/admin/units/BJ01"),
                new Place("admin", "/admin/people"),
                new Place("admin", "/admin/people/new"),
                new Place("admin", "/admin/people/import"),
                new Place("admin", "/admin/people/{person}"),
                new Place("admin", "/admin/keys"),
                new Place("finance", "/admin/merchants"),
                new Place("admin", "/admin/merchants/new?channel=WECHAT"),
                new Place("manager", "/monitor"),
                new Place("director", "/monitor/standing?element=callActivity_collectReceivables"),
                new Place("admin", "/monitor/cases"),
                new Place("admin", "/monitor/cases/{case}"),
                new Place("admin", "/monitor/incidents"),
                new Place("auditor", "/monitor/jobs"),
                new Place("analyst", "/rules"),
                new Place("manager", "/rules/fees"),
                new Place("analyst", "/rules/fees"),
                new Place("analyst", "/rules/fees/2"),
                new Place("analyst", "/processes"),
                new Place("director", "/processes/followUpOverdue"),
                new Place("analyst", "/processes/collect-receivable"),
                new Place("analyst", "/processes/collect-receivable/drafts/{draft}"),
                new Place("director", "/processes/collect-receivable/rehearsal"),
                new Place("auditor", "/audit"),
                new Place("auditor", "/audit/verify"));
    }

    @Override
    public String toString() {
        return (user == null ? "customer" : user) + " " + path;
    }

    /** A name for its picture. */
    String fileName() {
        return toString().replaceAll("[^A-Za-z0-9]+", "-").replaceAll("-$", "");
    }
}
