package io.shouqi.commission;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The shares of commissions for reading. */
@Service
@Transactional(readOnly = true)
public class Commissions {

    private final Shares shares;

    Commissions(Shares shares) {
        this.shares = shares;
    }

    /** @return in the order of the split table, the co-broker first; empty until money came in */
    public List<ShareView> ofContract(String contractNo) {
        return shares.ofContract(contractNo).stream().map(Shares.Stored::view).toList();
    }
}
