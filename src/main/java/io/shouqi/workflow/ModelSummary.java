package io.shouqi.workflow;

/**
 * A process or form of a company.
 *
 * @param inForce the version that new cases begin with
 * @param running cases on any version
 * @param drafts how many are being written or reviewed
 */
public record ModelSummary(ModelVersion inForce, long running, long drafts) {}
