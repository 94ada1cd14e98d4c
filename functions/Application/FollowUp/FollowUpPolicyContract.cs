using Kinerja.Application.Evaluation;
using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.FollowUp;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.FollowUp;

/// <summary>What the top share earns: days a week elsewhere, a later start, or both.</summary>
public sealed record GrantTermsRequest(int? DaysPerWeek, string? Start, int? Months)
{
    internal GrantTerms? Read(FieldReader fields)
    {
        var days = DaysPerWeek is null ? null : fields.Whole("grants/daysPerWeek", DaysPerWeek, 1, 7);
        var start = fields.OptionalMinute("grants/start", Start);
        var months = fields.Whole("grants/months", Months ?? FollowUpPolicy.Default.Grants.Months, 1, 12);
        if (DaysPerWeek is null && Start is null)
        {
            fields.Add("grants", "Days a week, a start of work, or both are expected.");
        }

        return months is { } span ? new GrantTerms(days, start, span) : null;
    }
}

/// <summary>From which day on absences count, and whose; of PNS when nobody is named.</summary>
public sealed record AbsenceTermsRequest(string? From, IReadOnlyList<string?>? Kinds)
{
    internal AbsenceTerms? Read(FieldReader fields)
    {
        var from = fields.Day("proposals/absences/from", From);
        if (Kinds is { Count: 0 or > 2 })
        {
            fields.Add("proposals/absences/kinds", "Each kind once.");
            return null;
        }

        var kinds = Kinds?.Select((kind, i) => fields.Enum<EmploymentKind>($"proposals/absences/kinds/{i}", kind)).OfType<EmploymentKind>();
        return from is { } first ? new AbsenceTerms(first, (kinds ?? [EmploymentKind.Pns]).ToHashSet()) : null;
    }
}

public sealed record ProposalTermsRequest(
    IReadOnlyList<string?>? ImprovementFor, IReadOnlyList<string?>? SanctionFor, int? ImprovementMonths, IReadOnlyList<string?>? DeciderIds,
    int? TestMonths, AbsenceTermsRequest? Absences)
{
    private const int MostDeciders = 100;

    internal ProposalTerms Read(FieldReader fields)
    {
        var shipped = FollowUpPolicy.Default.Proposals;
        var months = fields.Whole("proposals/improvementMonths", ImprovementMonths ?? shipped.ImprovementMonths, 1, 24);
        var test = fields.Whole("proposals/testMonths", TestMonths ?? shipped.TestMonths, 1, 24);
        if (DeciderIds?.Count > MostDeciders)
        {
            fields.Add("proposals/deciderIds", $"At most {MostDeciders} are taken here.");
        }

        var deciders = (DeciderIds ?? []).Take(MostDeciders)
            .Select((id, i) => fields.Take($"proposals/deciderIds/{i}", p => EmployeeId.Parse(id, p))).OfType<EmployeeId>();
        return new ProposalTerms(
            Predicates(fields, "proposals/improvementFor", ImprovementFor) ?? shipped.ImprovementFor,
            Predicates(fields, "proposals/sanctionFor", SanctionFor) ?? shipped.SanctionFor,
            months ?? 0,
            deciders.ToHashSet())
        { TestMonths = test ?? 0, Absences = Absences?.Read(fields) };
    }

    private static HashSet<Predicate>? Predicates(FieldReader fields, string field, IReadOnlyList<string?>? names)
    {
        if (names?.Count > Enum.GetValues<Predicate>().Length)
        {
            fields.Add(field, "Each predicate once.");
            return null;
        }

        return names?.Select((name, i) => fields.Enum<Predicate>($"{field}/{i}", name)).OfType<Predicate>().ToHashSet();
    }
}

public sealed record CoefficientRequest(string? Level, decimal? PerYear);

public sealed record CreditPolicyDocument(PredicateFiguresRequest? Percents, IReadOnlyList<CoefficientRequest?>? Coefficients)
{
    /// <summary>Coefficients that are not named keep the shipped figure and its mark.</summary>
    internal CreditPolicy Read(FieldReader fields)
    {
        var shipped = CreditPolicy.Shipped;
        var own = fields.Each("creditPoints/coefficients", Coefficients, 50, ReadCoefficient);
        if (own.CountBy(c => c.Level).Any(c => c.Value > 1))
        {
            fields.Add("creditPoints/coefficients", "A level stands twice.");
        }

        var all = shipped.Coefficients.ToDictionary();
        own.ForEach(c => all[c.Level] = new Coefficient(c.PerYear, FigureSource.Agency));
        return new CreditPolicy(Percents?.Read(fields, "creditPoints/percents", 500) ?? shipped.Percents, all);
    }

    private static Result<Named> ReadCoefficient(CoefficientRequest body, string at)
    {
        var fields = new FieldReader(at);
        var level = fields.Enum<FunctionalLevel>("level", body.Level);
        var year = fields.Figure("perYear", body.PerYear, 1000);
        return fields.Finish(() => new Named(level!.Value, year!.Value));
    }

    private sealed record Named(FunctionalLevel Level, decimal PerYear);
}

/// <summary>The rules of what follows a result; what is left out is as shipped.</summary>
public sealed record FollowUpRequest(
    GrantTermsRequest? Grants, ProposalTermsRequest? Proposals, CreditPolicyDocument? CreditPoints, TalentPolicyDocument? Talent)
{
    public Result<FollowUpPolicy> Read(string version)
    {
        var (fields, shipped) = (new FieldReader(), FollowUpPolicy.Default);
        var grants = Grants is null ? shipped.Grants : Grants.Read(fields);
        var proposals = Proposals?.Read(fields) ?? shipped.Proposals;
        var credits = CreditPoints?.Read(fields) ?? shipped.Credits;
        var talent = Talent?.Read(fields) ?? shipped.Talent;
        return fields.Finish(() => new FollowUpPolicy(version, grants!, proposals, credits, talent));
    }
}
