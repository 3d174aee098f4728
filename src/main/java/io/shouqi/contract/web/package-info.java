@org.jspecify.annotations.NullMarked
package io.shouqi.contract.web;
