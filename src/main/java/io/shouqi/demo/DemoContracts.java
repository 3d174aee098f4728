package io.shouqi.demo;

import io.shouqi.contract.Agent;
import io.shouqi.contract.InstalmentTerm;
import io.shouqi.contract.Milestone;
import io.shouqi.contract.NewContract;
import io.shouqi.contract.Person;
import io.shouqi.pricing.DealType;
import io.shouqi.pricing.PartyRole;
import io.shouqi.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * The contracts of the demonstration. Prices, areas and days before signing follow real second-hand deals in Beijing:
 * "cleaned_house_price.csv" of Yaoee111/house-price, MIT licence. People and phone numbers are made up.
 */
final class DemoContracts {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal HALF = BigDecimal.valueOf(50);

    private DemoContracts() {}

    static final List<InstalmentTerm> AT_SIGNING = List.of(new InstalmentTerm(Milestone.SIGNING, null, HUNDRED));
    static final List<InstalmentTerm> HALF_AND_HALF = List.of(
            new InstalmentTerm(Milestone.SIGNING, null, HALF), new InstalmentTerm(Milestone.TRANSFER, null, HALF));

    static NewContract resale(int number, LocalDate signedOn, String price, String area, String address) {
        return contract(
                number,
                DealType.RESALE,
                signedOn,
                price,
                area,
                address,
                List.of(
                        new Person(PartyRole.BUYER, BUYERS.get(number % BUYERS.size()), phone(number), null, null),
                        new Person(
                                PartyRole.SELLER,
                                SELLERS.get(number % SELLERS.size()),
                                phone(50 + number),
                                null,
                                null)));
    }

    static NewContract newHome(int number, LocalDate signedOn, String price, String area, String address) {
        return contract(
                number,
                DealType.NEW_HOME,
                signedOn,
                price,
                area,
                address,
                List.of(
                        new Person(PartyRole.BUYER, BUYERS.get(number % BUYERS.size()), phone(number), null, null),
                        new Person(PartyRole.DEVELOPER, "京北置地有限公司", "+861084720000", null, "sales@example.com")));
    }

    static NewContract rental(int number, LocalDate signedOn, String rent, String area, String address) {
        return contract(
                number,
                DealType.RENTAL,
                signedOn,
                rent,
                area,
                address,
                List.of(
                        new Person(PartyRole.TENANT, BUYERS.get(number % BUYERS.size()), phone(number), null, null),
                        new Person(
                                PartyRole.LANDLORD,
                                SELLERS.get(number % SELLERS.size()),
                                phone(50 + number),
                                null,
                                null)));
    }

    /** The same deal in another store; stores beginning with SH are in Shanghai. */
    static NewContract in(String store, NewContract c) {
        return new NewContract(
                c.company(),
                c.externalNo(),
                c.fingerprint(),
                c.type(),
                store,
                store.startsWith("SH") ? "上海" : "北京",
                c.signedOn(),
                c.price(),
                c.monthlyRent(),
                c.address(),
                store.startsWith("SH") ? "浦东" : "海淀",
                c.area(),
                c.parties(),
                c.agents(),
                c.coBroker(),
                c.services(),
                c.instalments(),
                c.discount());
    }

    private static NewContract contract(
            int number,
            DealType type,
            LocalDate signedOn,
            String amount,
            String area,
            String address,
            List<Person> parties) {
        var rental = type == DealType.RENTAL;
        var external = "YW-" + signedOn.getYear() + "-" + String.format(java.util.Locale.ROOT, "%04d", number);
        return new NewContract(
                DemoCompanies.FIRST,
                external,
                external,
                type,
                DemoCompanies.STORE,
                "北京",
                signedOn,
                rental ? null : Money.ofYuan(amount),
                rental ? Money.ofYuan(amount) : null,
                address,
                "朝阳",
                new BigDecimal(area),
                parties,
                List.of(new Agent("agent", "赵经纪", "LISTING"), new Agent("agent2", "孙经纪", "CLOSING")),
                null,
                List.of(),
                AT_SIGNING,
                null);
    }

    private static final List<String> BUYERS = List.of("王小明", "刘洋", "张伟", "陈静", "杨帆", "黄磊");
    private static final List<String> SELLERS = List.of("李秀英", "何建国", "马丽", "郭强", "林芳");

    private static String phone(int number) {
        return String.format(java.util.Locale.ROOT, "+8613800138%03d", number);
    }
}
