package io.shouqi.contract.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A contract as the business system sends it. Everything is text until it has been checked. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ContractRequest(
        @Nullable String externalNo,
        @Nullable String type,
        @Nullable String storeCode,
        @Nullable List<AgentRequest> agents,
        @Nullable CoBrokerRequest coBroker,
        @Schema(example = "2024-03-01") @Nullable String signedOn,
        @Schema(example = "5000000.00") @Nullable String price,
        @Nullable String monthlyRent,
        @Nullable PropertyRequest property,
        @Nullable List<PartyRequest> parties,
        @Nullable List<String> services,

        @Schema(
                description = "code of a template, or [{milestone | dueOn, percent}]",
                example = "ALL_AT_SIGNING",
                implementation = Object.class)
        @Nullable
        JsonNode instalments,

        @Nullable DiscountRequest discount) {

    record AgentRequest(@Nullable String agentId, @Nullable String role) {}

    record CoBrokerRequest(@Nullable String name, @Nullable String percent) {}

    record PropertyRequest(
            @Nullable String address,
            @Nullable String district,
            @Nullable String area) {}

    record PartyRequest(
            @Nullable String role,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String idNo,
            @Nullable String email) {}

    record DiscountRequest(
            @Nullable String percent, @Nullable String reason) {}
}
