using Kinerja.Application.Evaluation;
using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.FollowUp;

namespace Kinerja.Application.FollowUp;

/// <summary>An agency's allowance table: the name of a shipped one, or its own percentages.</summary>
public sealed record AllowanceRequest(string? Shipped, string? Basis, string? Cycle, PredicateFiguresRequest? Percents)
{
    private const decimal MostPercent = 200;

    /// <summary>A shipped table that is named becomes its figures, so that the document stands by itself.</summary>
    internal Result<AllowanceRequest> FilledFrom(IReadOnlyDictionary<string, AllowanceRequest> shipped)
    {
        if (Shipped is null)
        {
            return this;
        }

        var fields = new FieldReader();
        var table = shipped.GetValueOrDefault(Shipped);
        if (table is null || Basis is not null || Cycle is not null || Percents is not null)
        {
            fields.Add("shipped", $"One of {string.Join(", ", shipped.Keys)} is expected, and nothing beside it.");
        }

        return fields.Finish(() => table!);
    }

    public Result<AllowanceTable> Read(string version)
    {
        var fields = new FieldReader();
        if (Shipped is not null)
        {
            fields.Add("shipped", "Figures are expected, not a name.");
        }

        var basis = fields.Text("basis", Basis, 300);
        var cycle = fields.Enum<AllowanceCycle>("cycle", Cycle);
        if (Percents is null)
        {
            fields.Add("percents", "A percentage for each predicate is expected.");
        }

        var percents = Percents?.Read(fields, "percents", MostPercent);
        return fields.Finish(() => new AllowanceTable(version, basis!, cycle!.Value, percents!));
    }
}
