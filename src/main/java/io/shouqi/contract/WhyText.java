package io.shouqi.contract;

import io.shouqi.pricing.Why;
import jakarta.persistence.AttributeConverter;
import tools.jackson.databind.json.JsonMapper;

/** The reason of a line is kept as the JSON the API shows. */
public class WhyText implements AttributeConverter<Why, String> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public String convertToDatabaseColumn(Why why) {
        return JSON.writeValueAsString(why);
    }

    @Override
    public Why convertToEntityAttribute(String text) {
        return JSON.readValue(text, Why.class);
    }
}
