using System.Text.Json;
using Kinerja.Domain;
using Kinerja.Domain.WorkPlans;

namespace Kinerja.Application.Contracts;

/// <summary>Where evidence lies: an https address or a document's reference.</summary>
public sealed record EvidenceLinkBody(string? Url, string? Document, string? Words)
{
    internal static Result<EvidenceLink> Read(EvidenceLinkBody body, string at)
    {
        var fields = new FieldReader(at);
        var url = fields.OptionalText("url", body.Url, 1000);
        var document = fields.OptionalText("document", body.Document, 200);
        var words = fields.OptionalText("words", body.Words, 500);
        var link = new EvidenceLink(url, document, words);
        var read = fields.Finish(() => link);
        if (read.Refusal is null && EvidenceLink.FaultOf(link) is { } fault)
        {
            fields.Add(fault.Pointer[1..], fault.Detail);
        }

        return fields.Finish(() => link);
    }

    internal static EvidenceLinkBody Of(EvidenceLink link) => new(link.Url, link.Document, link.Words);

    internal static byte[] Write(IEnumerable<EvidenceLink> links) =>
        JsonSerializer.SerializeToUtf8Bytes([.. links.Select(Of)], JsonFormat.Default.EvidenceLinkBodyArray);

    internal static IReadOnlyList<EvidenceLink> ReadStored(byte[] json) =>
        [.. JsonSerializer.Deserialize(json, JsonFormat.Default.EvidenceLinkBodyArray)!.Select(b => new EvidenceLink(b.Url, b.Document, b.Words))];
}
