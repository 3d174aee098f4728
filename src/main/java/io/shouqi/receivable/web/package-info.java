@org.jspecify.annotations.NullMarked
package io.shouqi.receivable.web;
