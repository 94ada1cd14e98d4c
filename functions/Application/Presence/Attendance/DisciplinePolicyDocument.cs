using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>
/// A policy of kind <c>discipline</c>: what absences come to, for PNS and, where the agency's rule says so, for PPPK;
/// or the name of a shipped one for PNS.
/// </summary>
public sealed record DisciplinePolicyDocument(
    string? Shipped, string? Basis, LadderDocument? Pns, LadderDocument? Pppk, int? MinutesOfADay)
{
    /// <summary>
    /// A shipped ladder that is named becomes its steps, so that the document stands by itself. Of PPPK and of minutes
    /// nothing is filled.
    /// </summary>
    internal Result<DisciplinePolicyDocument> FilledFrom(
        DisciplinePolicyDocument holding, IReadOnlyDictionary<string, DisciplinePolicyDocument> shipped)
    {
        var fields = new FieldReader();
        var named = Shipped is null ? holding : shipped.GetValueOrDefault(Shipped);
        if (named is null || (Shipped is not null && (Pns is not null || Basis is not null)))
        {
            fields.Add(
                "shipped",
                $"One of {string.Join(", ", shipped.Keys)} is expected, and neither basis nor pns beside it.");
        }

        if (Pns is null != Basis is null)
        {
            fields.Add(Pns is null ? "pns" : "basis", "A ladder of PNS and the rule that gives it come together.");
        }

        return fields.Finish(() => this with
        {
            Shipped = null,
            Basis = Basis ?? named!.Basis,
            Pns = Pns ?? named!.Pns,
        });
    }

    public Result<DisciplinePolicy> Read(string version)
    {
        var fields = new FieldReader();
        if (Shipped is not null)
        {
            fields.Add("shipped", "Steps are expected, not a name.");
        }

        var basis = fields.Text("basis", Basis, 500);
        var pns = fields.Required("pns", Pns) is { } own ? fields.Part(own.Read("/pns")) : null;
        var pppk = Pppk is null ? null : fields.Part(Pppk.Read("/pppk"));
        var minutes = fields.OptionalWhole("minutesOfADay", MinutesOfADay, 60, 1440);
        return fields.Finish(() => new DisciplinePolicy(version, basis!, pns!)
        {
            Pppk = pppk,
            MinutesOfADay = minutes,
        });
    }
}

/// <summary>A ladder's steps, the lightest first, and what days in a row do.</summary>
public sealed record LadderDocument(IReadOnlyList<LadderStepDocument?>? Steps, LadderStepDocument? InARow)
{
    private const int MostSteps = 20;

    internal Result<AbsenceLadder> Read(string at)
    {
        var fields = new FieldReader(at);
        var steps = fields.Each("steps", fields.Required("steps", Steps), MostSteps, (step, p) => step.Read(p));
        if (Steps is { Count: 0 } || steps.Zip(steps.Skip(1)).Any(two => two.Second.Days <= two.First.Days))
        {
            fields.Add("steps", "At least one step, each from more days than the one before.");
        }

        var row = InARow is null ? null : fields.Part(InARow.Read($"{at}/inARow"));
        return fields.Finish(() => new AbsenceLadder(steps, row));
    }
}

/// <summary>From so many working days on, this measure.</summary>
public sealed record LadderStepDocument(int? Days, string? Measure, int? Months, decimal? Percent, string? Article)
{
    private const int MostMonths = 60;

    internal Result<DisciplineStep> Read(string at)
    {
        var fields = new FieldReader(at);
        var days = fields.Whole("days", Days, 1, 366);
        var measure = fields.Enum<DisciplineMeasure>("measure", Measure);
        var lasts = measure is >= DisciplineMeasure.AllowanceCut and <= DisciplineMeasure.RelievedOfPost;
        var months = lasts || Months is not null ? fields.Whole("months", Months, 1, MostMonths) : null;
        if (Months is not null && measure is not null && !lasts)
        {
            fields.Add("months", "This measure does not last for months.");
        }

        var cuts = measure == DisciplineMeasure.AllowanceCut;
        var percent = cuts ? fields.Figure("percent", Percent, 100) : null;
        if (Percent is not null && !cuts)
        {
            fields.Add("percent", "Only an allowance cut has a percentage.");
        }

        var article = fields.Text("article", Article, 200);
        return fields.Finish(() => new DisciplineStep(days!.Value, measure!.Value, months, percent, article!));
    }
}
