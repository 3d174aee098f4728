package io.shouqi.contract;

import java.util.List;
import java.util.UUID;

/**
 * What of a contract is stored otherwise than it came in.
 *
 * @param id of the contract, for which the parties are sealed
 * @param mark by which the same request is known again
 */
record SealedParts(UUID id, String mark, List<Party> parties) {}
