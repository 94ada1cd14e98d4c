using Kinerja.Application.Json;
using Kinerja.Domain;

namespace Kinerja.Application.WorkPlans;

/// <summary>
/// Either an https address or a document's reference, such as the number of a letter; words are optional.
/// </summary>
public sealed record EvidenceRequest(string? Url, string? Document, string? Words)
{
    /// <summary>Links of one thing that somebody says.</summary>
    internal const int Most = 10;

    private const int MostUrl = 500;
    private const int MostDocument = 200;
    private const int MostWords = 300;

    internal static Result<EvidenceLink> Read(EvidenceRequest body, string at)
    {
        var fields = new FieldReader(at);
        var url = fields.OptionalText("url", body.Url, MostUrl);
        var document = fields.OptionalText("document", body.Document, MostDocument);
        var words = fields.OptionalText("words", body.Words, MostWords);
        var link = new EvidenceLink(url, document, words);
        if (fields.Finish(() => link).Refusal is null && EvidenceLink.FaultOf(link) is { } fault)
        {
            fields.Add(fault.Pointer[1..], fault.Detail);
        }

        return fields.Finish(() => link);
    }
}
