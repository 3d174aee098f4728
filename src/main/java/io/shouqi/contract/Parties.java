package io.shouqi.contract;

import io.shouqi.pricing.PartyRole;
import io.shouqi.vault.Kind;
import io.shouqi.vault.SealedColumn;
import io.shouqi.vault.SealedRows;
import io.shouqi.vault.Vault;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Keeps what identifies the people on contracts: sealed for one contract and role, opened for who may know. */
@Service
public class Parties {

    private static final String TABLE = "contract_party";
    private static final SealedColumn PHONE = new SealedColumn(TABLE, "phone", Kind.PHONE);
    private static final SealedColumn ID_NO = new SealedColumn(TABLE, "id_no", Kind.ID_NUMBER);
    private static final SealedColumn EMAIL = new SealedColumn(TABLE, "email", Kind.EMAIL);
    static final SealedRows ROWS = new SealedRows(TABLE, List.of("contract_id", "role"), List.of(PHONE, ID_NO, EMAIL));

    private final Vault vault;

    Parties(Vault vault) {
        this.vault = vault;
    }

    List<Party> seal(UUID contract, List<Person> people) {
        return people.stream().map(person -> seal(contract, person)).toList();
    }

    private Party seal(UUID contract, Person person) {
        var role = person.role();
        var idNo = person.idNo();
        var email = person.email();
        return new Party(
                role,
                person.name(),
                vault.sealNumber(person.phone(), PHONE.of(contract, role)),
                idNo == null ? null : vault.sealNumber(idNo, ID_NO.of(contract, role)),
                email == null ? null : vault.seal(email, EMAIL.of(contract, role)));
    }

    /** Everybody on the contract, in clear. */
    public List<Person> open(Contract contract) {
        return contract.parties().stream().map(party -> open(contract, party)).toList();
    }

    public Optional<Person> open(Contract contract, PartyRole role) {
        return contract.party(role).map(party -> open(contract, party));
    }

    private Person open(Contract contract, Party party) {
        var role = party.role();
        var idNo = party.idNo();
        var email = party.email();
        return new Person(
                role,
                party.name(),
                vault.open(party.phone().sealed(), PHONE.of(contract.id(), role)),
                idNo == null ? null : vault.open(idNo.sealed(), ID_NO.of(contract.id(), role)),
                email == null ? null : vault.open(email, EMAIL.of(contract.id(), role)));
    }
}
