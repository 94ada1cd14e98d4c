using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;

namespace Kinerja.Application.Ranking;

/// <summary>When a rater owes a reason; what is left out is as shipped.</summary>
public sealed record LeniencyRequest(string? Peers, string? Measure, int? FewestRated, decimal? StandardErrors)
{
    private const decimal MostStandardErrors = 10;

    internal Result<LeniencyPolicy> Read(string prefix)
    {
        var shipped = LeniencyPolicy.Default;
        var fields = new FieldReader(prefix);
        var peers = fields.OptionalEnum<LeniencyPeers>("peers", Peers);
        var measure = fields.OptionalEnum<LeniencyMeasure>("measure", Measure);
        var fewest = fields.Whole("fewestRated", FewestRated ?? shipped.FewestRated, 2, 1000);
        var errors = StandardErrors ?? shipped.StandardErrorsHundredths / 100m;
        if (errors is <= 0 or > MostStandardErrors || decimal.Round(errors, 2) != errors)
        {
            fields.Add("standardErrors", $"A number above 0, at most {MostStandardErrors}, with at most two decimals is expected.");
        }

        return fields.Finish(() => new LeniencyPolicy(
            peers ?? shipped.Peers, measure ?? shipped.Measure, fewest!.Value, (int)(errors * 100)));
    }
}

/// <summary>Which pattern of predicates holds in an agency, and how it is read; what is left out is as shipped.</summary>
public sealed record DistributionRequest(
    string? Pattern,
    string? Rounding,
    string? Most,
    int? SmallestUnit,
    bool? HeadCounts,
    LeniencyRequest? Leniency)
{
    public Result<DistributionPolicy> Read(string version)
    {
        var shipped = DistributionPolicy.Default;
        var fields = new FieldReader();
        var pattern = DistributionPattern.All.FirstOrDefault(p => p.Name == Pattern);
        if (pattern is null)
        {
            fields.Add("pattern", $"One of {string.Join(", ", DistributionPattern.All.Select(p => p.Name))} is expected.");
        }

        var rounding = fields.OptionalEnum<PeopleRounding>("rounding", Rounding);
        var most = fields.OptionalEnum<MostReading>("most", Most);
        var smallest = fields.Whole("smallestUnit", SmallestUnit ?? shipped.SmallestUnit, 1, 1000);
        var leniency = Leniency is null ? shipped.Leniency : fields.Part(Leniency.Read("/leniency"));
        return fields.Finish(() => new DistributionPolicy(
            version,
            pattern!,
            rounding ?? shipped.Rounding,
            most ?? shipped.Most,
            smallest!.Value,
            HeadCounts ?? shipped.HeadCounts,
            leniency!));
    }
}
