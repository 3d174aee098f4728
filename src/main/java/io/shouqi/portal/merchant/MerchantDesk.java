package io.shouqi.portal.merchant;

import com.github.f4b6a3.uuid.UuidCreator;
import io.shouqi.channel.Channel;
import io.shouqi.channel.ChannelKey;
import io.shouqi.channel.ChannelRefused;
import io.shouqi.channel.ChannelUncertain;
import io.shouqi.channel.KeyPrint;
import io.shouqi.channel.MerchantAccount;
import io.shouqi.channel.MerchantAccounts;
import io.shouqi.channel.OnlineChannels;
import io.shouqi.identity.Actor;
import io.shouqi.identity.Role;
import io.shouqi.identity.Store;
import io.shouqi.identity.Stores;
import io.shouqi.shared.Checks;
import io.shouqi.shared.Refusal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Enters merchant accounts and their keys. An administrator manages those of the own unit and below; finance of the whole
 * company looks at all of them, without what tells of keys.
 */
@Service
class MerchantDesk {

    private final MerchantAccounts accounts;
    private final SecretDays days;
    private final Stores stores;
    private final OnlineChannels channels;
    private final TransactionTemplate transaction;

    MerchantDesk(
            MerchantAccounts accounts,
            SecretDays days,
            Stores stores,
            OnlineChannels channels,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.days = days;
        this.stores = stores;
        this.channels = channels;
        this.transaction = new TransactionTemplate(transactions);
    }

    static boolean manages(Actor actor) {
        return actor.is(Role.ADMINISTRATOR);
    }

    private static boolean isOfCompany(Actor actor) {
        return actor.unit().equals(actor.company());
    }

    /** @throws Refusal 403 for finance of less than the whole company */
    List<MerchantView> visibleTo(Actor actor) {
        return seen(actor).stream().map(account -> view(actor, account)).toList();
    }

    /** @throws Refusal 404 also where the account exists but is not this actor's to see */
    MerchantView visibleTo(Actor actor, UUID id) {
        return view(actor, account(actor, id));
    }

    private List<MerchantAccount> seen(Actor actor) {
        if (!manages(actor) && !isOfCompany(actor)) {
            throw Refusal.forbidden("admin.merchant.financeOnly");
        }
        return accounts.of(actor.company()).stream()
                .filter(account -> isOfCompany(actor)
                        || (account.storeCode() != null && actor.stores().contains(account.storeCode())))
                .toList();
    }

    private MerchantAccount account(Actor actor, UUID id) {
        return seen(actor).stream()
                .filter(account -> account.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.unknown("admin.merchant.unknown"));
    }

    private MerchantView view(Actor actor, MerchantAccount account) {
        var store = account.storeCode();
        return new MerchantView(
                account.id(),
                account.channel(),
                store,
                store == null
                        ? null
                        : stores.find(account.company(), store).map(Store::name).orElse(store),
                account.merchantId(),
                account.appId(),
                manages(actor) ? secrets(account) : null);
    }

    private MerchantView.Secrets secrets(MerchantAccount account) {
        var keys = account.keys();
        var shared = keys.apiV3Key();
        return new MerchantView.Secrets(
                keys.serial(),
                print(
                        account,
                        Secret.PRIVATE_KEY,
                        KeyPrint.ofPrivateKey(keys.privateKey()).orElse("–")),
                shared == null ? null : print(account, Secret.API_V3_KEY, KeyPrint.ofSecret(shared)),
                keys.channelKeys().stream()
                        .map(key -> new MerchantView.Trusted(
                                key.serial(),
                                KeyPrint.ofPublicKey(key.publicKey()).orElse("–")))
                        .toList());
    }

    private MerchantView.Print print(MerchantAccount account, Secret secret, String fingerprint) {
        return new MerchantView.Print(fingerprint, days.of(account.id(), secret).orElse(null));
    }

    /** Stores that may get an account of their own. */
    List<Store> owners(Actor actor) {
        return stores.visibleTo(actor);
    }

    boolean mayOwnAll(Actor actor) {
        return isOfCompany(actor);
    }

    UUID add(Actor actor, Channel channel, MerchantForm form) {
        var checks = new Checks();
        var store = owner(actor, form.store(), checks);
        if (accounts.find(actor.company(), store, channel).isPresent()) {
            checks.add("store", "admin.merchant.exists");
        }
        var id = UuidCreator.getTimeOrderedEpoch();
        save(form.account(id, actor.company(), store, channel, null, checks), form);
        return id;
    }

    private @Nullable String owner(Actor actor, @Nullable String store, Checks checks) {
        var code = store == null || store.isBlank() ? null : store;
        if (code == null ? !isOfCompany(actor) : !actor.stores().contains(code)) {
            checks.add("store", "admin.merchant.owner.unknown");
        }
        return code;
    }

    void change(Actor actor, UUID id, MerchantForm form) {
        var present = account(actor, id);
        save(form.account(id, present.company(), present.storeCode(), present.channel(), present, new Checks()), form);
    }

    private void save(MerchantAccount account, MerchantForm form) {
        try {
            transaction.executeWithoutResult(status -> {
                accounts.register(account);
                if (form.changesPrivateKey()) {
                    days.entered(account.id(), Secret.PRIVATE_KEY);
                }
                if (form.changesApiV3Key()) {
                    days.entered(account.id(), Secret.API_V3_KEY);
                }
            });
        } catch (DuplicateKeyException e) {
            // whoever has it may be another company, so nothing is said of whom
            throw Refusal.invalid("merchantId", "admin.merchant.taken");
        }
    }

    void trust(Actor actor, UUID id, MerchantForm form) {
        var account = account(actor, id);
        var checks = new Checks();
        var key = form.channelKey(account.channel(), checks);
        var known = account.keys().channelKeys();
        if (known.stream().map(ChannelKey::serial).anyMatch(key.serial()::equals) && !known.contains(key)) {
            checks.add("keyName", "admin.merchant.keyName.known");
        }
        checks.refuse();
        accounts.trust(id, key);
    }

    void distrust(Actor actor, UUID id, String keyName) {
        account(actor, id);
        accounts.distrust(id, keyName);
    }

    /** What a channel says to a question about an order that cannot exist. */
    enum Answer {
        OK,
        REFUSED,
        UNCERTAIN
    }

    /** Asks the channel over the network. */
    Answer check(Actor actor, UUID id) {
        var account = account(actor, id);
        try {
            channels.query(
                    account,
                    "SQCHECK"
                            + Long.toUnsignedString(
                                    UuidCreator.getTimeOrderedEpoch().getLeastSignificantBits()));
            return Answer.OK;
        } catch (ChannelRefused e) {
            return Answer.REFUSED;
        } catch (ChannelUncertain | IllegalArgumentException e) {
            return Answer.UNCERTAIN;
        }
    }
}
