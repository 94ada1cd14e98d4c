using System.Text.Json;
using Kinerja.Domain;

namespace Kinerja.Application.WorkPlans;

/// <summary>A link to evidence as it stands in the row of whatever it is evidence of.</summary>
internal sealed record StoredEvidenceLink(string? Url = null, string? Document = null, string? Words = null)
{
    internal static StoredEvidenceLink Of(EvidenceLink link) => new(link.Url, link.Document, link.Words);

    internal EvidenceLink Read() => new(Url, Document, Words);

    /// <summary>Equal bytes are equal links.</summary>
    internal static byte[] Write(IEnumerable<EvidenceLink> links) =>
        JsonSerializer.SerializeToUtf8Bytes([.. links.Select(Of)], StoredJson.Default.StoredEvidenceLinkArray);

    internal static IReadOnlyList<EvidenceLink> Read(byte[] json) =>
        [.. JsonSerializer.Deserialize(json, StoredJson.Default.StoredEvidenceLinkArray)!.Select(link => link.Read())];
}
