namespace Kinerja.Application.Contracts;

/// <summary>CloudEvents types; subscriptions filter by them, so they never change.</summary>
public static class EventTypes
{
    public const string RankingPublished = "id.go.kinerja.ranking.published.v1";
    public const string RankingSuperseded = "id.go.kinerja.ranking.superseded.v1";
    public const string RankingPage = "id.go.kinerja.ranking.page.v1";
}
