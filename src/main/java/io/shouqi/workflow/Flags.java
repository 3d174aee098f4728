package io.shouqi.workflow;

import java.util.Map;
import org.camunda.bpm.engine.impl.variable.serializer.BooleanValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.DefaultVariableSerializers;
import org.camunda.bpm.engine.impl.variable.serializer.IntegerValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.LongValueSerlializer;
import org.camunda.bpm.engine.impl.variable.serializer.NullValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.StringValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.VariableSerializers;

/** What a process may remember: ids and routing flags. */
final class Flags {

    private Flags() {}

    /** @throws IllegalArgumentException for anything but String, Long and Boolean */
    static void check(Map<String, Object> flags) {
        flags.forEach((name, value) -> {
            if (!(value instanceof String || value instanceof Long || value instanceof Boolean)) {
                throw new IllegalArgumentException("flag " + name + " is a "
                        + value.getClass().getSimpleName()
                        + "; a process remembers String, Long and Boolean, the rest belongs to tables");
            }
        });
    }

    /** The engine cannot store what it has no serializer for. Integer is its own loop counter. */
    static VariableSerializers storable() {
        var serializers = new DefaultVariableSerializers();
        serializers.addSerializer(new NullValueSerializer());
        serializers.addSerializer(new StringValueSerializer());
        serializers.addSerializer(new BooleanValueSerializer());
        serializers.addSerializer(new LongValueSerlializer());
        serializers.addSerializer(new IntegerValueSerializer());
        return serializers;
    }
}
