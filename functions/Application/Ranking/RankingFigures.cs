using System.Text.Json;

namespace Kinerja.Application.Ranking;

/// <summary>What a ranking's manifest says of its cut, for who explains one place in it.</summary>
public sealed record RankingFigures(int Assessed, int Cap, int InTopShare, int TiedAtCap, bool BelowMinimumCohort)
{
    internal static RankingFigures Read(RankingPage manifest)
    {
        using var json = JsonDocument.Parse(manifest.Json);
        var root = json.RootElement;
        return new(
            Count("assessed"), Count("cap"), Count("inTopShare"), Count("tiedAtCap"),
            root.GetProperty("belowMinimumCohort").GetBoolean());

        int Count(string name) => root.GetProperty(name).GetInt32();
    }
}
