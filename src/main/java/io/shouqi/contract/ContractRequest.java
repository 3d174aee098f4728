package io.shouqi.contract;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A contract as the business system sends it or a clerk types it. Everything is text until it has been checked. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ContractRequest(
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

    public record AgentRequest(
            @Nullable String agentId, @Nullable String role) {}

    public record CoBrokerRequest(
            @Nullable String name, @Nullable String percent) {}

    public record PropertyRequest(
            @Nullable String address,
            @Nullable String district,
            @Nullable String area) {}

    public record PartyRequest(
            @Nullable String role,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String idNo,
            @Nullable String email) {

        /** Never printed: it is somebody's phone and id number. */
        @Override
        public String toString() {
            return String.valueOf(role);
        }
    }

    public record DiscountRequest(
            @Nullable String percent, @Nullable String reason) {}

    /** The same contract under the number that the product gives it. */
    public ContractRequest numbered(String number) {
        return new ContractRequest(
                number,
                type,
                storeCode,
                agents,
                coBroker,
                signedOn,
                price,
                monthlyRent,
                property,
                parties,
                services,
                instalments,
                discount);
    }
}
