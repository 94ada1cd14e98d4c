using Kinerja.Domain;
using Kinerja.Domain.WorkPlans;

namespace Kinerja.Application.Contracts;

/// <summary>Either an https address or a document's reference, such as the number of a letter; words are optional.</summary>
public sealed record EvidenceBody(string? Url, string? Document, string? Words)
{
    /// <summary>Links of one thing that somebody says.</summary>
    internal const int Most = 10;

    private const int MostUrl = 500;
    private const int MostDocument = 200;
    private const int MostWords = 300;

    public static EvidenceBody Of(EvidenceLink link) => new(link.Url, link.Document, link.Words);

    internal static Result<EvidenceLink> Read(EvidenceBody body, string at)
    {
        var fields = new FieldReader(at);
        var url = fields.OptionalText("url", body.Url, MostUrl);
        var document = fields.OptionalText("document", body.Document, MostDocument);
        var words = fields.OptionalText("words", body.Words, MostWords);
        if (url is not null && !IsPublicHttps(url))
        {
            fields.Add("url", "An absolute https address without a user name is expected.");
        }

        if ((body.Url is null) == (body.Document is null))
        {
            fields.Add("url", "Either an address or a document's reference is expected.");
        }

        return fields.Finish(() => new EvidenceLink(url, document, words));
    }

    private static bool IsPublicHttps(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme == Uri.UriSchemeHttps
        && parsed.Host.Length > 0 && parsed.UserInfo.Length == 0;
}
