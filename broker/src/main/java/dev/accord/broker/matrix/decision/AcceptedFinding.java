package dev.accord.broker.matrix.decision;

/** A finding that would refuse, and the record that lets it pass. */
public record AcceptedFinding(Finding finding, Waiver waiver) {}
