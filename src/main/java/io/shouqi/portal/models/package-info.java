/** Where analysts draw processes and change forms, and everybody concerned sees what is being changed. */
@org.jspecify.annotations.NullMarked
package io.shouqi.portal.models;
