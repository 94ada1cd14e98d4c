using System.Text.Json;

namespace Kinerja.Local.Ministry;

internal enum ResultFactKind
{
    Manifest,
    Page,
    FinalPage,
    Reopened,
}

/// <summary>An event that says something about a period's result, with what it is about.</summary>
/// <param name="Page">From 1; 0 for what has no pages.</param>
internal sealed record ResultFact(
    ReceivedEvent Event, ResultFactKind Kind, string Period, int Revision, int Page)
{
    /// <summary>Null for every other event, and for one whose body is not what its type says.</summary>
    internal static ResultFact? Of(ReceivedEvent one)
    {
        ResultFactKind? kind = one.Type switch
        {
            "id.go.kinerja.ranking.published.v1" or "id.go.kinerja.ranking.superseded.v1" => ResultFactKind.Manifest,
            "id.go.kinerja.ranking.page.v1" => ResultFactKind.Page,
            "id.go.kinerja.predicate.finalised.v1" => ResultFactKind.FinalPage,
            "id.go.kinerja.run.reopened.v1" => ResultFactKind.Reopened,
            _ => null,
        };
        try
        {
            return kind is { } known && JsonElement.Parse(one.Data) is var body
                && body.GetProperty("agencyId").GetString() == one.Agency
                    ? new(
                        one, known, body.GetProperty("period").GetString()!, body.GetProperty("revision").GetInt32(),
                        body.TryGetProperty("page", out var page) ? page.GetInt32() : 0)
                    : null;
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException
            or FormatException)
        {
            return null;
        }
    }

    /// <summary>What the seal says, where a published key sealed these very bytes for this result; else null.</summary>
    internal SealedFacts? SealedBy(JsonElement jwks) =>
        Event.Seal is { } seal && RankingSeal.Open(seal, jwks) is { } said
        && (said.Agency, said.Period, said.Revision, said.DataSha256)
            == (Event.Agency, Period, Revision, Event.Sha256)
                ? said
                : null;
}
