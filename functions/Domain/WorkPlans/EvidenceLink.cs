namespace Kinerja.Domain.WorkPlans;

/// <summary>
/// Where evidence (bukti dukung) lies: an https address or a document's reference, never the document itself. Exactly one of
/// the two is there.
/// </summary>
public sealed record EvidenceLink(string? Url, string? Document, string? Words);
