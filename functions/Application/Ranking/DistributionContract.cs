using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;

namespace Kinerja.Application.Ranking;

/// <summary>When a rater owes a reason.</summary>
public sealed record LeniencyRequest(string? Peers, string? Measure, int? FewestRated, decimal? StandardErrors)
{
    private const decimal MostStandardErrors = 10;

    internal LeniencyRequest FilledFrom(LeniencyRequest? shipped) => new(
        Peers ?? shipped?.Peers,
        Measure ?? shipped?.Measure,
        FewestRated ?? shipped?.FewestRated,
        StandardErrors ?? shipped?.StandardErrors);

    internal Result<LeniencyPolicy> Read(string prefix)
    {
        var fields = new FieldReader(prefix);
        var peers = fields.Enum<LeniencyPeers>("peers", Peers);
        var measure = fields.Enum<LeniencyMeasure>("measure", Measure);
        var fewest = fields.Whole("fewestRated", FewestRated, 2, 1000);
        var errors = StandardErrors ?? 0;
        if (errors is <= 0 or > MostStandardErrors || decimal.Round(errors, 2) != errors)
        {
            fields.Add(
                "standardErrors",
                $"A number above 0, at most {MostStandardErrors}, with at most two decimals is expected.");
        }

        return fields.Finish(() => new LeniencyPolicy(
            peers!.Value, measure!.Value, fewest!.Value, (int)(errors * 100)));
    }
}

/// <summary>
/// Which pattern of predicates holds in an agency, which its author must say, and how it is read: what of that is left
/// out is filled before it is read and stored.
/// </summary>
public sealed record DistributionRequest(
    string? Pattern,
    string? Rounding,
    string? Most,
    int? SmallestUnit,
    bool? HeadCounts,
    LeniencyRequest? Leniency)
{
    internal DistributionRequest FilledFrom(DistributionRequest shipped) => new(
        Pattern,
        Rounding ?? shipped.Rounding,
        Most ?? shipped.Most,
        SmallestUnit ?? shipped.SmallestUnit,
        HeadCounts ?? shipped.HeadCounts,
        Leniency?.FilledFrom(shipped.Leniency) ?? shipped.Leniency);

    public Result<DistributionPolicy> Read(string version)
    {
        var fields = new FieldReader();
        var pattern = DistributionPattern.All.FirstOrDefault(p => p.Name == Pattern);
        if (pattern is null)
        {
            fields.Add(
                "pattern", $"One of {string.Join(", ", DistributionPattern.All.Select(p => p.Name))} is expected.");
        }

        var rounding = fields.Enum<PeopleRounding>("rounding", Rounding);
        var most = fields.Enum<MostReading>("most", Most);
        var smallest = fields.Whole("smallestUnit", SmallestUnit, 1, 1000);
        var head = fields.Required("headCounts", HeadCounts);
        var leniency = fields.Required("leniency", Leniency) is { } given ? fields.Part(given.Read("/leniency")) : null;
        return fields.Finish(() => new DistributionPolicy(
            version, pattern!, rounding!.Value, most!.Value, smallest!.Value, head!.Value, leniency!));
    }
}
